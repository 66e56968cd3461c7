namespace PhantomNet.Exercises.Shared;

/// <summary>The question that ends a task.</summary>
/// <param name="Question">Why it came out so.</param>
/// <param name="Answers">Two or more, one of them right.</param>
public sealed record Explanation(string Question, params Answer[] Answers);
