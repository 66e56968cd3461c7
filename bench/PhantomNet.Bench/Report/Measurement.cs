namespace PhantomNet.Bench.Report;

/// <summary>What one contestant reached in one case.</summary>
/// <param name="Contestant">Who.</param>
/// <param name="Unit">Of the rounds.</param>
/// <param name="Rounds">All of them, in their order; empty where it couldn't be measured.</param>
/// <param name="Note">Why not, or what else there is to say.</param>
internal sealed record Measurement(string Contestant, string Unit, IReadOnlyList<double> Rounds, string? Note = null)
{
    /// <summary>Null where it couldn't be measured.</summary>
    public double? Median => Rounds.Count == 0 ? null : MedianOf(Rounds);

    public static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
