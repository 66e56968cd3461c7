namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>
/// |H|, the size of the discrete Fourier transform of the nine weights, which stand amid zeros in a field of 64 × 64. Frequencies are in
/// cycles per pixel, from −½ up to just below ½. Flipping a kernel changes the phase alone.
/// </summary>
public sealed class FrequencyResponse
{
    /// <summary>Rows and columns of the transform.</summary>
    public const int Size = 64;

    private const int Middle = Size / 2;

    private readonly Kernel _kernel;

    /// <summary>Transforms a kernel.</summary>
    public FrequencyResponse(Kernel kernel)
    {
        _kernel = kernel;
        Magnitudes = new float[Size * Size];
        (double[] cosine, double[] sine) = Waves();
        Span<double> real = stackalloc double[Kernel.Size];
        Span<double> imaginary = stackalloc double[Kernel.Size];
        for (int v = 0; v < Size; v++)
        {
            // Columns first: what is left is a row of three complex numbers.
            for (int j = 0; j < Kernel.Size; j++)
            {
                (real[j], imaginary[j]) = (0, 0);
                for (int i = 0; i < Kernel.Size; i++)
                {
                    real[j] += kernel[(i * Kernel.Size) + j] * cosine[(v * Kernel.Size) + i];
                    imaginary[j] -= kernel[(i * Kernel.Size) + j] * sine[(v * Kernel.Size) + i];
                }
            }

            for (int u = 0; u < Size; u++)
            {
                double re = 0;
                double im = 0;
                for (int j = 0; j < Kernel.Size; j++)
                {
                    double c = cosine[(u * Kernel.Size) + j];
                    double s = sine[(u * Kernel.Size) + j];
                    re += (real[j] * c) + (imaginary[j] * s);
                    im += (imaginary[j] * c) - (real[j] * s);
                }

                Magnitudes[(v * Size) + u] = (float)Math.Sqrt((re * re) + (im * im));
            }
        }

        Largest = Magnitudes.Max();
    }

    /// <summary>|H|: [vertical frequency, horizontal frequency], both from −½ on; frequency 0 is at [32, 32].</summary>
    public float[] Magnitudes { get; }

    /// <summary>The largest |H|.</summary>
    public float Largest { get; }

    /// <summary>|H| at frequency 0: |Σk|.</summary>
    public double AtZero => Magnitudes[(Middle * Size) + Middle];

    /// <summary>√(mean of |H|²) over all frequencies. By Parseval's theorem it is √Σk², the noise gain.</summary>
    public double RootMeanSquare => Math.Sqrt(Magnitudes.Average(h => (double)h * h));

    /// <summary>|H| at any frequency, in cycles per pixel.</summary>
    public double At(double across, double down)
    {
        double re = 0;
        double im = 0;
        for (int place = 0; place < Kernel.Count; place++)
        {
            double phase = 2 * Math.PI * ((across * ((place % Kernel.Size) - 1)) + (down * ((place / Kernel.Size) - 1)));
            re += _kernel[place] * Math.Cos(phase);
            im -= _kernel[place] * Math.Sin(phase);
        }

        return Math.Sqrt((re * re) + (im * im));
    }

    // cos and sin of 2π f d for each frequency f and each offset d of −1, 0, 1.
    private static (double[] Cosine, double[] Sine) Waves()
    {
        double[] cosine = new double[Size * Kernel.Size];
        double[] sine = new double[Size * Kernel.Size];
        for (int f = 0; f < Size; f++)
        {
            for (int d = 0; d < Kernel.Size; d++)
            {
                double phase = 2 * Math.PI * (f - Middle) * (d - 1) / Size;
                (sine[(f * Kernel.Size) + d], cosine[(f * Kernel.Size) + d]) = Math.SinCos(phase);
            }
        }

        return (cosine, sine);
    }
}
