namespace PhantomNet.Exercises.Shared;

/// <summary>A number.</summary>
/// <param name="Question">A question.</param>
/// <param name="Min">The least that can be meant.</param>
/// <param name="Max">The most that can be meant.</param>
/// <param name="Unit">What stands behind the number, for example <c>%</c>; may be empty.</param>
public sealed record NumberPrediction(string Question, double Min, double Max, string Unit = "") : Prediction(Question);
