namespace PhantomNet.Phantoms.Tests;

/// <summary>Statistics that seeded samples have to agree with.</summary>
internal static class Expect
{
    /// <summary>
    /// How many standard errors a statistic may be off. By chance fewer than 1 seed in 10,000 exceeds it; the seeds of the tests are
    /// fixed, so what passes once passes always.
    /// </summary>
    public const double StandardErrors = 4;

    /// <summary>The share of true is this, within the standard error of a proportion.</summary>
    public static void Share(double expected, IEnumerable<bool> values)
    {
        bool[] all = [.. values];
        double share = all.Count(value => value) / (double)all.Length;
        Near(expected, share, Math.Sqrt(expected * (1 - expected) / all.Length));
    }

    /// <summary>The mean of n values with this variance, whose standard error is √(variance / n).</summary>
    public static void Mean(double expected, double variance, IEnumerable<double> values)
    {
        double[] all = [.. values];
        Near(expected, all.Average(), Math.Sqrt(variance / all.Length));
    }

    /// <summary>Mean 0 and variance 1 of a normal sample: standard errors √(1 / n) and √(2 / n).</summary>
    public static void StandardNormal(IEnumerable<double> values)
    {
        double[] all = [.. values];
        Mean(0, 1, all);
        Near(1, all.Average(value => value * value), Math.Sqrt(2.0 / all.Length));
        Share(0.6826895, all.Select(value => Math.Abs(value) < 1)); // within one standard deviation
        Share(0.9544997, all.Select(value => Math.Abs(value) < 2)); // within two
    }

    private static void Near(double expected, double value, double standardError) =>
        Assert.InRange(value, expected - (StandardErrors * standardError), expected + (StandardErrors * standardError));
}
