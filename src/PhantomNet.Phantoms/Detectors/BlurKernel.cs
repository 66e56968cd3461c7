namespace PhantomNet.Phantoms.Detectors;

/// <summary>
/// The symmetric kernel along one axis whose transfer function, up to the Nyquist frequency of the pixels, is a given MTF: its
/// cosine transform over that band, cut to the smallest half-width that keeps to the tolerances and scaled to sum 1. Where the MTF
/// is within the tolerances of 1 up to Nyquist, the kernel is one pixel wide and blurs nothing.
/// </summary>
public sealed class BlurKernel
{
    /// <summary>
    /// How far the kernel's transfer function may be from the MTF up to nine tenths of Nyquist, 1 being full modulation: 2 % of an
    /// MTF of a tenth.
    /// </summary>
    public const double Tolerance = 0.002;

    /// <summary>
    /// The same from there to Nyquist, where the spectrum of sampled pixels has a kink that only a very wide kernel follows.
    /// </summary>
    public const double ToleranceAtNyquist = 0.01;

    /// <summary>
    /// The least f₅₀ × pixel pitch, in cycles per pixel. With less the kernel would be wider than <see cref="MostHalfWidth"/>.
    /// </summary>
    public const double LeastHalfCyclesPerPixel = 0.006;

    /// <summary>No kernel reaches further than this from its middle, in pixels.</summary>
    public const int MostHalfWidth = 160;

    // Frequencies from 0 to Nyquist at which the MTF is transformed and the kernel compared with it.
    private const int Bands = 256;
    private const int LastExactBand = Bands * 9 / 10;

    private readonly double[] _weights; // [HalfWidth + 1], from the middle outwards

    private BlurKernel(double[] weights, double largestError)
    {
        _weights = weights;
        LargestError = largestError;
    }

    /// <summary>Weights from the middle outwards; each but the first is used on both sides.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>How many pixels the kernel reaches to each side; 0: it blurs nothing.</summary>
    public int HalfWidth => _weights.Length - 1;

    /// <summary>The largest difference between its transfer function and the MTF up to Nyquist.</summary>
    public double LargestError { get; }

    /// <summary>The kernel of an MTF for pixels of a pitch.</summary>
    /// <param name="mtf">The modulation transfer function.</param>
    /// <param name="pixelPitchMm">Distance of neighbouring pixels in mm.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pixels are so small, or the blur so wide, that no kernel is wide enough.</exception>
    public static BlurKernel Of(Mtf mtf, double pixelPitchMm)
    {
        double halfCyclesPerPixel = mtf.HalfCyclesPerMm * pixelPitchMm;
        if (!(halfCyclesPerPixel >= LeastHalfCyclesPerPixel && double.IsFinite(halfCyclesPerPixel)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(pixelPitchMm),
                $"An MTF of one half at {mtf.HalfCyclesPerMm} cycles/mm is {halfCyclesPerPixel} cycles per pixel of {pixelPitchMm} mm; "
                    + $"take at least {LeastHalfCyclesPerPixel}: a higher frequency or larger pixels."
            );
        }

        double[] cosines = Cosines();
        double[] goal = new double[Bands + 1];
        for (int m = 0; m <= Bands; m++)
        {
            goal[m] = mtf.At(m / (2.0 * Bands * pixelPitchMm));
        }

        return Shortest(goal, cosines);
    }

    // Adds one weight after another until the transfer function of what there is, scaled to 1 at frequency 0, is close enough.
    private static BlurKernel Shortest(double[] goal, double[] cosines)
    {
        List<double> weights = [];
        double[] transfer = new double[Bands + 1];
        bool close = false;
        double error = 0;
        while (!close && weights.Count <= MostHalfWidth)
        {
            int n = weights.Count;
            double weight = Weight(goal, cosines, n);
            weights.Add(weight);
            error = 0;
            close = true;
            for (int m = 0; m <= Bands; m++)
            {
                transfer[m] += (n == 0 ? 1 : 2) * weight * cosines[n * m % (2 * Bands)];
                double off = Math.Abs((transfer[m] / transfer[0]) - goal[m]);
                error = Math.Max(error, off);
                close &= off <= (m <= LastExactBand ? Tolerance : ToleranceAtNyquist);
            }
        }

        return new BlurKernel([.. weights.Select(weight => weight / transfer[0])], error);
    }

    // ∫ MTF(f) cos(2π f n p) p df from −Nyquist to Nyquist by the trapezoidal rule.
    private static double Weight(double[] goal, double[] cosines, int n)
    {
        double sum = (goal[0] + (goal[Bands] * cosines[n * Bands % (2 * Bands)])) / 2;
        for (int m = 1; m < Bands; m++)
        {
            sum += goal[m] * cosines[n * m % (2 * Bands)];
        }

        return sum / Bands;
    }

    // cos(π i / Bands) over one period.
    private static double[] Cosines()
    {
        double[] cosines = new double[2 * Bands];
        for (int i = 0; i < cosines.Length; i++)
        {
            cosines[i] = Math.Cos(Math.PI * i / Bands);
        }

        return cosines;
    }
}
