namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>A line between an output and an input that it is made of.</summary>
/// <param name="Output">Index of the output.</param>
/// <param name="Input">Index of the input.</param>
/// <param name="Look">Classes.</param>
/// <param name="Strong">Whether it belongs to the chosen output.</param>
/// <param name="Arrow">Whether it leads to the input.</param>
public sealed record PoolLine(int Output, int Input, string Look, bool Strong, bool Arrow);
