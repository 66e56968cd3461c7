namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>A noise gain as it was measured.</summary>
/// <param name="Gain">Mean over the pairs of exposures.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Before">Standard deviation before the filter, in units of −ln(signal / open beam).</param>
/// <param name="After">And after it.</param>
/// <param name="Quanta">Mean number of quanta that a pixel counts.</param>
public sealed record NoiseEstimate(double Gain, double Low, double High, double Before, double After, double Quanta)
{
    /// <summary>97.5 % of Student's t distribution with 11 degrees of freedom lie below it: for a 95 % interval from 12 pairs.</summary>
    public const double StudentT = 2.20099;

    /// <summary>Mean and interval of independent measurements of the same thing.</summary>
    /// <param name="gains">One for each of <see cref="NoiseBench.Pairs"/> pairs.</param>
    /// <param name="before">Variance before the filter, averaged over the pairs.</param>
    /// <param name="after">And after it.</param>
    /// <param name="quanta">Mean number of quanta of a pixel.</param>
    public static NoiseEstimate Of(IReadOnlyList<double> gains, double before, double after, double quanta)
    {
        double mean = gains.Average();
        double variance = gains.Sum(gain => (gain - mean) * (gain - mean)) / (gains.Count - 1);
        double half = StudentT * Math.Sqrt(variance / gains.Count);
        return new NoiseEstimate(mean, mean - half, mean + half, Math.Sqrt(before), Math.Sqrt(after), quanta);
    }

    /// <summary>Whether a number lies in the interval; its ends may be rounded off by the engine's float32.</summary>
    public bool Contains(double gain) => gain >= Low - (1e-5 * gain) && gain <= High + (1e-5 * gain);
}
