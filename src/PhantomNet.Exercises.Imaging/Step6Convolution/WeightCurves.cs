using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>Weights of both layers over the side of the image, each point from a spec of that size.</summary>
public sealed class WeightCurves
{
    // Close enough to one another for the parabola to look like one; the sides that can be chosen are among them.
    private static readonly int[] Sides = [28, 46, 64, 96, 128, 160, 192, 224, 260, 296, 332, 368, 404, 440, 476, 512];

    /// <summary>Counts them.</summary>
    public WeightCurves(int units)
    {
        Dense = [.. Sides.Select(side => ((double)side, (double)LayerCost.Dense(1, side, units).Weights))];
        Convolution = [.. Sides.Select(side => ((double)side, (double)LayerCost.Convolution(1, side, units).Weights))];
    }

    /// <summary>Of the fully connected layer.</summary>
    public IReadOnlyList<(double Side, double Weights)> Dense { get; }

    /// <summary>Of the convolution.</summary>
    public IReadOnlyList<(double Side, double Weights)> Convolution { get; }

    /// <summary>A line of a chart, in thousands, millions …</summary>
    public static ChartSeries Line(
        string label,
        IReadOnlyList<(double Side, double Weights)> points,
        double unit,
        ChartTone tone,
        bool dashed = false
    ) => new(label, [.. points.Select(point => (point.Side, point.Weights / unit))], tone, dashed);
}
