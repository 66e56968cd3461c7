namespace PhantomNet.Exercises.Shared;

/// <summary>A possible explanation.</summary>
/// <param name="Text">The explanation.</param>
/// <param name="IsRight">Whether it is the right one.</param>
/// <param name="Feedback">What to say to who chose it: why it holds, or what speaks against it.</param>
public sealed record Answer(string Text, bool IsRight, string Feedback);
