namespace PhantomNet.Bench.Report;

/// <summary>A network of a growing series, in training.</summary>
/// <param name="Series">What grows.</param>
/// <param name="Value">How large it is.</param>
/// <param name="MultiplyAdds">Of one sample forward, as the spec counts them.</param>
/// <param name="Rounds">Microseconds for a sample, all rounds.</param>
internal sealed record GrowthResult(string Series, int Value, long MultiplyAdds, IReadOnlyList<double> Rounds)
{
    public double Median => Measurement.MedianOf(Rounds);
}
