namespace PhantomNet.Exercises.Shared;

/// <summary>One of several answers.</summary>
/// <param name="Question">A question.</param>
/// <param name="Options">Two answers or more; the prediction is the index of one.</param>
public sealed record ChoicePrediction(string Question, params string[] Options) : Prediction(Question);
