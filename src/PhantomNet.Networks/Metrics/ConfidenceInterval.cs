namespace PhantomNet.Networks.Metrics;

/// <summary>
/// An interval made by a method that, over many repetitions of the study, catches the true value in the stated share of them.
/// </summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct ConfidenceInterval(double Low, double High)
{
    /// <summary>The share that is usual in medicine.</summary>
    public const double Usual = 0.95;

    /// <summary>
    /// Wilson's score interval for a proportion (docs/sources.md#wilson, advised by docs/sources.md#newcombe). Unlike p ± z √(p (1 − p) / n) it stays within 0 and 1 and
    /// has a width when nothing or everything was a success.
    /// </summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Number of independent trials, at least 1: of patients, not of images of the same patient.</param>
    /// <param name="confidence">Above 0 and below 1.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public static ConfidenceInterval Wilson(int successes, int trials, double confidence = Usual)
    {
        if (trials < 1 || successes < 0 || successes > trials)
        {
            throw new ArgumentException(
                $"{successes} successes of {trials} were given; there must be at least 1 trial and 0 to {trials} successes."
            );
        }

        double z = NormalDistribution.TwoSided(confidence);
        double n = trials;
        double p = successes / n;
        double shrink = 1 + (z * z / n);
        double middle = (p + (z * z / (2 * n))) / shrink;
        double half = z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n))) / shrink;
        return new ConfidenceInterval(
            successes == 0 ? 0 : middle - half, // exactly, where rounding would leave 1e-17
            successes == trials ? 1 : middle + half
        );
    }
}
