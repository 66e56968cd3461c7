using PhantomNet.Networks.Metrics;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>How this step writes numbers.</summary>
public static class Figures
{
    /// <summary>With this many decimals, a true minus sign, and none before a zero.</summary>
    public static string Fixed(double value, int decimals)
    {
        string text = value.ToString("F" + decimals);
        bool isZero = text.AsSpan().TrimStart('-').IndexOfAnyExcept('0', '.') < 0;
        return isZero ? text.TrimStart('-') : text.Replace('-', '−');
    }

    /// <summary>As many digits as tell this float32 from every other.</summary>
    public static string Exact(float value) => value.ToString("R").Replace('-', '−');

    /// <summary>A loss.</summary>
    public static string Loss(double value) => Fixed(value, 5);

    /// <summary>One digit and a power of ten: 2e−8.</summary>
    public static string Size(double value) => value == 0 ? "0" : value.ToString("0e0").Replace('-', '−');

    /// <summary>A share: 84.3 %.</summary>
    public static string Percent(int right, int count) => Fixed(100.0 * right / count, 1) + " %";

    /// <summary>Its 95 % interval after Wilson: 80.4 to 87.5 %.</summary>
    public static string Interval(int right, int count)
    {
        ConfidenceInterval interval = ConfidenceInterval.Wilson(right, count);
        return $"{Fixed(100 * interval.Low, 1)} to {Fixed(100 * interval.High, 1)} %";
    }
}
