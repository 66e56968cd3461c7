namespace PhantomNet.Phantoms.Detectors;

/// <summary>ln k!, by a table up to 9 and Stirling's series from 10, whose first term left out is below 10⁻¹⁰.</summary>
internal static class LogFactorial
{
    private static readonly double[] _small =
    [
        0,
        0,
        Math.Log(2),
        Math.Log(6),
        Math.Log(24),
        Math.Log(120),
        Math.Log(720),
        Math.Log(5040),
        Math.Log(40320),
        Math.Log(362880),
    ];

    private static readonly double _halfLogTwoPi = Math.Log(2 * Math.PI) / 2;

    /// <summary>The logarithm of the factorial of a whole number, 0 or more.</summary>
    public static double Of(double k)
    {
        if (k < _small.Length)
        {
            return _small[(int)k];
        }

        double inverse = 1 / k;
        double square = inverse * inverse;
        double series = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square / 1260))));
        return ((k + 0.5) * Math.Log(k)) - k + _halfLogTwoPi + series;
    }
}
