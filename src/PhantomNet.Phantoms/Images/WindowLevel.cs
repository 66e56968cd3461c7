namespace PhantomNet.Phantoms.Images;

/// <summary>Which part of the log signal is shown: from level − window/2, black, to level + window/2, white.</summary>
/// <param name="Window">Width of the part shown, in units of −ln of the transmission, finite and above 0.</param>
/// <param name="Level">Its middle, in the same units, finite.</param>
/// <exception cref="ArgumentOutOfRangeException">A value outside its range.</exception>
public sealed record WindowLevel(double Window, double Level)
{
    // An image of one value has no width: shown within this one it is grey.
    private const double LeastAutomatic = 1e-3;

    // The automatic window finds its percentiles to one of so many parts of the image's range.
    private const int Bins = 2048;

    /// <summary>Width of the part shown, in units of −ln of the transmission.</summary>
    public double Window
    {
        get;
        init => field = Wide(value);
    } = Wide(Window);

    /// <summary>Its middle, in the same units.</summary>
    public double Level
    {
        get;
        init => field = Finite(value);
    } = Finite(Level);

    /// <summary>
    /// The window from one percentile of an image's pixels to another, each found to 1/2048 of the image's range.
    /// </summary>
    /// <param name="logSignal">The image, of finite values.</param>
    /// <param name="lowPercent">Share of the pixels below the window, in percent.</param>
    /// <param name="highPercent">Share of the pixels below its upper end, in percent, above the lower.</param>
    /// <exception cref="ArgumentOutOfRangeException">Percentiles that aren't in order within 0 to 100.</exception>
    public static WindowLevel OfPercentiles(ReadOnlySpan<float> logSignal, double lowPercent = 1, double highPercent = 99)
    {
        if (!(lowPercent >= 0 && lowPercent < highPercent && highPercent <= 100))
        {
            throw new ArgumentOutOfRangeException(
                nameof(lowPercent),
                $"The percentiles are {lowPercent} and {highPercent}; take a lower and a higher one from 0 to 100."
            );
        }

        (float least, float most) = Range(logSignal);
        int[] counts = Histogram(logSignal, least, most);
        double width = ((double)most - least) / Bins;
        double low = least + (width * Percentile(counts, lowPercent / 100 * logSignal.Length));
        double high = least + (width * Percentile(counts, highPercent / 100 * logSignal.Length));
        return new WindowLevel(Math.Max(high - low, LeastAutomatic), (low + high) / 2);
    }

    /// <summary>Writes (value − lower end) / window, cut to 0 … 1: bright where much is in the beam.</summary>
    /// <param name="logSignal">The image.</param>
    /// <param name="pixels">Where to write, of the same length.</param>
    public void Apply(ReadOnlySpan<float> logSignal, Span<float> pixels)
    {
        float scale = (float)(1 / Window);
        float offset = (float)(0.5 - (Level / Window));
        for (int i = 0; i < logSignal.Length; i++)
        {
            float value = (logSignal[i] * scale) + offset;
            pixels[i] = value > 0 ? Math.Min(value, 1) : 0;
        }
    }

    /// <summary>Writes 0 … 1 as 0 … 255: 255 × value, rounded to the nearest, halves upwards.</summary>
    /// <param name="pixels">Values from 0 to 1.</param>
    /// <param name="bytes">Where to write, of the same length.</param>
    public static void ToBytes(ReadOnlySpan<float> pixels, Span<byte> bytes)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            bytes[i] = (byte)((pixels[i] * 255) + 0.5f);
        }
    }

    private static (float Least, float Most) Range(ReadOnlySpan<float> values)
    {
        float least = values.IsEmpty ? 0 : values[0];
        float most = least;
        for (int i = 1; i < values.Length; i++)
        {
            least = Math.Min(least, values[i]);
            most = Math.Max(most, values[i]);
        }

        return (least, most);
    }

    private static int[] Histogram(ReadOnlySpan<float> values, float least, float most)
    {
        int[] counts = new int[Bins];
        double scale = most > least ? Bins / ((double)most - least) : 0;
        for (int i = 0; i < values.Length; i++)
        {
            counts[Math.Min((int)((values[i] - least) * scale), Bins - 1)]++;
        }

        return counts;
    }

    // In bins from the least value: where so many pixels lie below, those of a bin spread evenly over it.
    private static double Percentile(int[] counts, double below)
    {
        double sum = 0;
        for (int bin = 0; bin < counts.Length; bin++)
        {
            if (counts[bin] > 0 && sum + counts[bin] >= below)
            {
                return bin + ((below - sum) / counts[bin]);
            }

            sum += counts[bin];
        }

        return counts.Length;
    }

    private static double Wide(double value) =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), $"The window is {value} wide; take a finite width above 0.");

    private static double Finite(double value) =>
        double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), $"The level is {value}; take a finite number.");
}
