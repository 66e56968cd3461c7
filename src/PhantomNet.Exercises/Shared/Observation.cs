namespace PhantomNet.Exercises.Shared;

/// <summary>What the live state says about a task.</summary>
/// <param name="Met">Whether what was asked for has been done.</param>
/// <param name="Text">
/// If so, what came out beside what was predicted, and what a wrong prediction teaches; else what is still to be done.
/// </param>
public sealed record Observation(bool Met, string Text);
