namespace PhantomNet.Exercises.Shared;

/// <summary>What a student commits to before running anything.</summary>
/// <param name="Question">A question.</param>
public abstract record Prediction(string Question);
