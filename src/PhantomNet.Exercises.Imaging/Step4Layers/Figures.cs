using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Metrics;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>How this step writes its own numbers.</summary>
public static class Figures
{
    /// <summary>A count with its thousands apart; of more than ten million in millions.</summary>
    public static string Count(long count) =>
        count < 10_000_000 ? count.ToString("N0") : Written.Fixed(count / 1e6, 1) + " million";

    /// <summary>A share: 84.3 %.</summary>
    public static string Percent(double share) => Written.Fixed(100 * share, 1) + " %";

    /// <summary>An interval of a share: 80.4 to 87.5 %.</summary>
    public static string Percent(ConfidenceInterval interval) =>
        $"{Written.Fixed(100 * interval.Low, 1)} to {Written.Fixed(100 * interval.High, 1)} %";

    /// <summary>An area under a curve; a dash for none.</summary>
    public static string Area(double area) => double.IsNaN(area) ? "–" : Written.Fixed(area);

    /// <summary>The interval of an AUC; a dash where the scores separate the classes, so that the method can't tell.</summary>
    public static string Interval(AucEstimate? auc) => auc is { IsDegenerate: false } known ? Area(known.Interval()) : "–";

    /// <summary>An interval of one.</summary>
    public static string Area(ConfidenceInterval? interval) =>
        interval is { } ends ? $"{Written.Fixed(ends.Low)} to {Written.Fixed(ends.High)}" : "–";
}
