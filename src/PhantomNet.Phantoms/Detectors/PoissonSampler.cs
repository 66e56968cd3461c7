using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.Detectors;

/// <summary>
/// Poisson numbers of any mean. Exact up to a mean of <see cref="ExactUpTo"/>: by inversion below 10, by Hörmann's transformed
/// rejection PTRS above (docs/sources.md#ptrs).
/// </summary>
/// <param name="random">Where the chance comes from.</param>
internal sealed class PoissonSampler(SeededRandom random)
{
    /// <summary>
    /// Above this mean, a normal number of the same mean and variance, rounded to a whole one. The distribution function is then off
    /// by at most about 1 / (6 √(2π mean)) = 7·10⁻⁵ (the first term of the Edgeworth series), the variance by 1/12.
    /// </summary>
    public const double ExactUpTo = 1e6;

    private const double InversionBelow = 10;

    // An inversion beyond this is due to rounding of the sum of probabilities alone: P(n > 100) < 1e-60 at a mean of 10.
    private const int MostByInversion = 100;

    private double _spareNormal = double.NaN;

    /// <summary>A number of quanta; 0 where the mean isn't above 0.</summary>
    /// <param name="mean">The expected number.</param>
    public double Next(double mean) =>
        mean > ExactUpTo ? Math.Round(mean + (Math.Sqrt(mean) * NextNormal()))
        : mean >= InversionBelow ? NextByRejection(mean)
        : mean > 0 ? NextByInversion(mean)
        : 0;

    private int NextByInversion(double mean)
    {
        double rest = random.NextDouble();
        double probability = Math.Exp(-mean);
        int count = 0;
        while (rest >= probability && count < MostByInversion)
        {
            rest -= probability;
            count++;
            probability *= mean / count;
        }

        return count;
    }

    // Names as in the paper's algorithm PTRS.
    private double NextByRejection(double mean)
    {
        double b = 0.931 + (2.53 * Math.Sqrt(mean));
        double a = -0.059 + (0.02483 * b);
        double vr = 0.9277 - (3.6224 / (b - 2));
        while (true)
        {
            double u = random.NextDouble() - 0.5;
            double v = random.NextDouble();
            double us = 0.5 - Math.Abs(u);
            double k = Math.Floor((((2 * a / us) + b) * u) + mean + 0.43);
            if (us >= 0.07 && v <= vr)
            {
                return k;
            }

            if (k >= 0 && (us >= 0.013 || v <= us) && IsBelowDensity(mean, k, v * InverseAlpha(b) / ((a / (us * us)) + b)))
            {
                return k;
            }
        }
    }

    private static double InverseAlpha(double b) => 1.1239 + (1.1328 / (b - 3.4));

    private static bool IsBelowDensity(double mean, double k, double height) =>
        Math.Log(height) <= (k * Math.Log(mean)) - mean - LogFactorial.Of(k);

    // Both of a Box–Muller pair (docs/sources.md#box-muller).
    private double NextNormal()
    {
        if (!double.IsNaN(_spareNormal))
        {
            double spare = _spareNormal;
            _spareNormal = double.NaN;
            return spare;
        }

        double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
        _spareNormal = radius * sine;
        return radius * cosine;
    }
}
