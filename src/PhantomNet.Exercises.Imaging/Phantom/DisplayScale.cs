using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>Which value is shown black and which white; greys are linear between them.</summary>
/// <param name="Black">The value that is black, as is all below.</param>
/// <param name="White">The value that is white, as is all above; more than <paramref name="Black"/>.</param>
public sealed record DisplayScale(double Black, double White)
{
    // Differences below so much of an image's range are shown as small as they are.
    private const double LeastShare = 0.05;

    /// <summary>A window.</summary>
    public static DisplayScale Of(WindowLevel window) =>
        new(window.Level - (window.Window / 2), window.Level + (window.Window / 2));

    /// <summary>From 0, or below it where there are values, to a round number that holds all values.</summary>
    public static DisplayScale Around(double least, double most)
    {
        double white = Round(Math.Max(most, 1e-6));
        return new(least < -white / 100 ? -Round(-least) : 0, white);
    }

    /// <summary>As far below zero as above it, in a round number: zero is the middle grey.</summary>
    public static DisplayScale Symmetric(double most)
    {
        double end = Round(Math.Max(most, 1e-6));
        return new(-end, end);
    }

    /// <summary>
    /// For the difference of two, of the same size: zero is the middle grey, and of some thousand pixels 995 in a thousand lie between black and white.
    /// </summary>
    public static DisplayScale OfDifference(StageImage a, StageImage b)
    {
        int step = Math.Max(1, a.Values.Length / 4096);
        float[] sizes = new float[((a.Values.Length - 1) / step) + 1];
        for (int i = 0; i < sizes.Length; i++)
        {
            sizes[i] = Math.Abs(a.Values[i * step] - b.Values[i * step]);
        }

        Array.Sort(sizes);
        return Symmetric(Math.Max(sizes[(int)(0.995 * (sizes.Length - 1))], LeastShare * (a.Most - a.Least)));
    }

    /// <summary>0 for black to 255 for white.</summary>
    public byte Grey(double value) => (byte)Math.Clamp(((value - Black) / (White - Black) * 255) + 0.5, 0, 255);

    // The next of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten.
    private static double Round(double value)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        foreach (double lead in (ReadOnlySpan<double>)[1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8])
        {
            if (value <= lead * power * 1.000001)
            {
                return lead * power;
            }
        }

        return 10 * power;
    }
}
