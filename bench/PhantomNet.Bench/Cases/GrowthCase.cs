namespace PhantomNet.Bench.Cases;

/// <summary>A network of a series.</summary>
/// <param name="Series">What is made larger.</param>
/// <param name="Value">How large it is.</param>
/// <param name="Case">The network.</param>
internal sealed record GrowthCase(Series Series, int Value, BenchCase Case);
