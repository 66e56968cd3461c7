using PhantomNet.Networks.Metrics;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>Mean and standard deviation of numbers that come one after another.</summary>
public sealed class Moments
{
    private static readonly double _z = NormalDistribution.TwoSided(ConfidenceInterval.Usual);

    private double _squares; // of the distances from the mean

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>Their mean; 0 before the first.</summary>
    public double Mean { get; private set; }

    /// <summary>Standard deviation, estimated with n − 1; 0 before the second.</summary>
    public double Sd => Count < 2 ? 0 : Math.Sqrt(_squares / (Count - 1));

    /// <summary>95 % interval of the mean: ± 1.96 standard errors, for many independent numbers.</summary>
    public ConfidenceInterval Interval
    {
        get
        {
            double half = Count == 0 ? 0 : _z * Sd / Math.Sqrt(Count);
            return new(Mean - half, Mean + half);
        }
    }

    /// <summary>Takes in more of them (Welford's update).</summary>
    public void Add(ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            Count++;
            double off = value - Mean;
            Mean += off / Count;
            _squares += off * (value - Mean);
        }
    }
}
