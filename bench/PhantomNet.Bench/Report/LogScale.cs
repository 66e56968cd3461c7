namespace PhantomNet.Bench.Report;

/// <summary>From numbers to places, in equal steps for equal factors.</summary>
internal sealed record LogScale(double Least, double Most, double From, double To)
{
    private const double Margin = 1.3;

    public static LogScale Around(IEnumerable<double> values, double from, double to)
    {
        double[] all = [.. values];
        return new LogScale(all.Min() / Margin, all.Max() * Margin, from, to);
    }

    public bool Contains(double value) => value >= Least && value <= Most;

    public double Place(double value) => From + ((To - From) * Math.Log(value / Least) / Math.Log(Most / Least));
}
