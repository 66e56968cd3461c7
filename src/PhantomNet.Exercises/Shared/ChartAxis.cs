namespace PhantomNet.Exercises.Shared;

/// <summary>One axis of a chart: its label and the range that it shows.</summary>
/// <param name="Label">What is measured, with its unit if it has one.</param>
/// <param name="Min">At the left or at the bottom; above 0 for a logarithmic axis.</param>
/// <param name="Max">At the right or at the top, above <paramref name="Min"/>.</param>
/// <param name="Logarithmic">Equal distances are equal factors.</param>
public sealed record ChartAxis(string Label, double Min, double Max, bool Logarithmic = false)
{
    private const int WantedTicks = 6;

    /// <summary>A range of round numbers around all finite values, or around 0 to 1 where there are none.</summary>
    public static ChartAxis Around(string label, IEnumerable<double> values, bool logarithmic = false)
    {
        double min = double.PositiveInfinity;
        double max = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (double.IsFinite(value) && (!logarithmic || value > 0))
            {
                min = Math.Min(min, value);
                max = Math.Max(max, value);
            }
        }

        return min > max ? new(label, logarithmic ? 0.1 : 0, 1, logarithmic)
            : logarithmic ? Decades(label, min, max)
            : Rounded(label, min, max);
    }

    /// <summary>Where a value lies: 0 at <see cref="Min"/>, 1 at <see cref="Max"/>; not finite where it has no place.</summary>
    public double Fraction(double value) =>
        Logarithmic ? Math.Log(value / Min) / Math.Log(Max / Min) : (value - Min) / (Max - Min);

    /// <summary>The value at a fraction of the axis.</summary>
    public double At(double fraction) => Logarithmic ? Min * Math.Pow(Max / Min, fraction) : Min + (fraction * (Max - Min));

    /// <summary>Round values within the range, with their labels.</summary>
    public IReadOnlyList<(double Value, string Text)> Ticks() => Logarithmic ? DecadeTicks() : LinearTicks();

    private List<(double Value, string Text)> LinearTicks()
    {
        double step = Step(Max - Min);
        int decimals = (int)Math.Clamp(-Math.Floor(Math.Log10(step) + 1e-9), 0, 12);
        List<(double, string)> ticks = [];
        for (double k = Math.Ceiling((Min / step) - 1e-6); k * step <= Max + (step * 1e-6); k++)
        {
            ticks.Add((k * step, Written.Minus((k == 0 ? 0 : k * step).ToString("F" + decimals))));
        }

        return ticks;
    }

    private List<(double Value, string Text)> DecadeTicks()
    {
        int first = (int)Math.Ceiling(Math.Log10(Min) - 1e-9);
        int last = (int)Math.Floor(Math.Log10(Max) + 1e-9);
        int stride = Math.Max(1, (last - first + WantedTicks - 1) / WantedTicks);
        List<(double, string)> ticks = [];
        for (int power = last; power >= first; power -= stride)
        {
            ticks.Add(
                (
                    Math.Pow(10, power),
                    power is >= -2 and <= 3 ? Math.Pow(10, power).ToString("0.##") : Written.Minus($"1e{power}")
                )
            );
        }

        return ticks;
    }

    private static ChartAxis Rounded(string label, double min, double max)
    {
        if (max - min < 1e-6 * Math.Max(1, Math.Abs(max)))
        {
            (min, max) = (min - 0.5, max + 0.5);
        }

        double step = Step(max - min);
        return new(label, Math.Floor((min / step) + 1e-9) * step, Math.Ceiling((max / step) - 1e-9) * step);
    }

    private static ChartAxis Decades(string label, double min, double max)
    {
        double low = Math.Floor(Math.Log10(min));
        double high = Math.Max(low + 1, Math.Ceiling(Math.Log10(max) - 1e-9));
        return new(label, Math.Max(Math.Pow(10, low), double.Epsilon), Math.Pow(10, high), Logarithmic: true);
    }

    // The largest of 1, 2, 5 times a power of ten that still makes about as many ticks as wanted.
    private static double Step(double range)
    {
        double rough = range / WantedTicks;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double lead = rough / power;
        return power
            * (
                lead <= 1.0001 ? 1
                : lead <= 2.0001 ? 2
                : lead <= 5.0001 ? 5
                : 10
            );
    }
}
