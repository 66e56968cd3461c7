namespace PhantomNet.Networks.Metrics;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    // Beyond it, the share outside is below 1e-15 of nothing that anyone asks for.
    private const double Far = 8;

    /// <summary>
    /// The share below <paramref name="x"/>, by the series ½ + φ(x) (x + x³/3 + x⁵/(3·5) + …) (docs/sources.md#marsaglia), to about
    /// 1e-15.
    /// </summary>
    public static double Below(double x)
    {
        if (Math.Abs(x) > Far)
        {
            return x > 0 ? 1 : 0;
        }

        double term = x;
        double sum = x;
        for (double odd = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); odd += 2)
        {
            term *= x * x / odd;
            sum += term;
        }

        return 0.5 + (sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }

    /// <summary>The z for which the share <paramref name="confidence"/> lies within ±z: 1.96 for 0.95.</summary>
    /// <exception cref="ArgumentException">The share is not above 0 and below 1.</exception>
    public static double TwoSided(double confidence)
    {
        if (!(confidence is > 0 and < 1))
        {
            throw new ArgumentException(
                $"A confidence of {confidence} was given; it must be above 0 and below 1, such as 0.95."
            );
        }

        double below = 0;
        double above = Far;
        while (true)
        {
            double z = (below + above) / 2;
            if (z <= below || z >= above)
            {
                return z; // nothing lies between the two any more
            }

            (below, above) = (2 * Below(z)) - 1 < confidence ? (z, above) : (below, z);
        }
    }
}
