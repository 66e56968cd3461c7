using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Metrics;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>How this step writes its own numbers.</summary>
public static class Figures
{
    /// <summary>As many digits as tell this float32 from every other.</summary>
    public static string Exact(float value) => Written.Minus(value.ToString("R"));

    /// <summary>A loss.</summary>
    public static string Loss(double value) => Written.Fixed(value, 5);

    /// <summary>One digit and a power of ten: 2e−8.</summary>
    public static string Size(double value) => value == 0 ? "0" : Written.Minus(value.ToString("0e0"));

    /// <summary>A share: 84.3 %.</summary>
    public static string Percent(int right, int count) => Written.Fixed(100.0 * right / count, 1) + " %";

    /// <summary>Its 95 % interval after Wilson: 80.4 to 87.5 %.</summary>
    public static string Interval(int right, int count)
    {
        ConfidenceInterval interval = ConfidenceInterval.Wilson(right, count);
        return $"{Written.Fixed(100 * interval.Low, 1)} to {Written.Fixed(100 * interval.High, 1)} %";
    }
}
