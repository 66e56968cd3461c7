using PhantomNet.Networks.Metrics;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>The mean over patients of <see cref="MapOverlap"/>, each patient counting once.</summary>
public sealed class MeanArea
{
    private double _sum;
    private double _sumOfSquares;

    /// <summary>Patients that have the mask.</summary>
    public int Count { get; private set; }

    /// <summary>Their mean; NaN without any.</summary>
    public double Mean => _sum / Count;

    /// <summary>95 % interval of the mean, by the normal approximation; null with fewer than two.</summary>
    public ConfidenceInterval? Interval
    {
        get
        {
            if (Count < 2)
            {
                return null;
            }

            double variance = Math.Max(0, (_sumOfSquares - (_sum * Mean)) / (Count - 1));
            double reach = NormalDistribution.TwoSided(ConfidenceInterval.Usual) * Math.Sqrt(variance / Count);
            return new ConfidenceInterval(Math.Max(0, Mean - reach), Math.Min(1, Mean + reach));
        }
    }

    /// <summary>Adds a patient; NaN, an empty mask, isn't counted.</summary>
    public void Add(double area)
    {
        if (!double.IsNaN(area))
        {
            Count++;
            _sum += area;
            _sumOfSquares += area * area;
        }
    }
}
