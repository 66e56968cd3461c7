using PhantomNet.Phantoms.Detectors;

namespace PhantomNet.Phantoms.Tests.Detectors;

/// <summary>Noise power spectra along a row of the flat open beam, averaged over rows and images.</summary>
public sealed class NoisePowerTests
{
    private const int Size = 64;
    private const int Images = 40;
    private const double Quanta = 400;
    private const double PitchMm = 1;

    // Sharp enough that rows only a few pixels apart are independent.
    private static readonly DetectorSettings _settings = new(1, GridKind.None, 0, MtfShape.Gaussian, 0.4);

    [Fact]
    public void The_noise_is_white_before_the_blur()
    {
        double[] power = Power(stages => stages.CountedQuanta, everyRow: 1);
        // |F|² of white noise is exponentially distributed: its standard deviation is its mean, here over 64 × 40 rows.
        Assert.All(power, value => Assert.Equal(1, value / Quanta, Expect.StandardErrors / Math.Sqrt(Size * Images)));
    }

    [Fact]
    public void The_blur_shapes_the_noise_by_the_square_of_the_MTF()
    {
        const int apart = 8;
        BlurKernel kernel = new Detector(_settings, Size, PitchMm).Kernel;
        // Across the rows the blur sums the squares of its weights.
        double across = Sum(kernel, weight => weight * weight);
        double[] power = Power(stages => stages.BlurredKeV, apart);
        for (int m = 1; m < power.Length; m++)
        {
            double transfer = new Mtf(_settings.Mtf, _settings.MtfCyclesPerMm).At(m / (double)Size / PitchMm);
            double relative = Expect.StandardErrors / Math.Sqrt(Size / apart * Images);
            // The borders are no period: they leak a little of each frequency into the others.
            const double leakage = 0.01;
            double expected = Quanta * across * transfer * transfer;
            Assert.Equal(
                expected,
                power[m],
                (relative * expected) + ((BlurKernel.ToleranceAtNyquist * 2 * transfer) + leakage) * Quanta * across
            );
        }
    }

    // Per frequency m / Size cycles per pixel: mean |Σ (value − mean) e^(−2πi m c / Size)|² / Size, for 0 < m ≤ Size / 2.
    private static double[] Power(Func<DetectorStages, double[]> stage, int everyRow)
    {
        Detector detector = new(_settings, Size, PitchMm);
        DetectorStages stages = new(Size);
        float[] ones = new float[Size * Size];
        Array.Fill(ones, 1f);
        double[] power = new double[Size / 2];
        for (int image = 0; image < Images; image++)
        {
            detector.Expose(ones, ones, new OpenBeam(Quanta, 1), image, stages);
            for (int r = 0; r < Size; r += everyRow)
            {
                Add(stage(stages).AsSpan(r * Size, Size), power);
            }
        }

        return [.. power.Select(value => value / (Size / everyRow * Images))];
    }

    private static void Add(ReadOnlySpan<double> row, double[] power)
    {
        for (int m = 1; m < power.Length; m++)
        {
            double real = 0;
            double imaginary = 0;
            for (int c = 0; c < row.Length; c++)
            {
                real += (row[c] - Quanta) * Math.Cos(2 * Math.PI * m * c / Size);
                imaginary += (row[c] - Quanta) * Math.Sin(2 * Math.PI * m * c / Size);
            }

            power[m] += ((real * real) + (imaginary * imaginary)) / Size;
        }

        power[0] = power[1]; // frequency 0 holds the mean, not the noise
    }

    private static double Sum(BlurKernel kernel, Func<double, double> term)
    {
        double sum = term(kernel.Weights[0]);
        foreach (double weight in kernel.Weights[1..])
        {
            sum += 2 * term(weight);
        }

        return sum;
    }
}
