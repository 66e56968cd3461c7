namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>What was measured on the radiographs of one setting; those that differ in their noise alone are taken together.</summary>
/// <param name="Setting">The setting, with the noise of the last of them.</param>
/// <param name="Contrast">Difference of the log signal, rib less lung, in the last of them; null where the pair wasn't found.</param>
/// <param name="ContrastError">Its standard error from the quanta of both pixels.</param>
/// <param name="Exposures">How many were taken.</param>
/// <param name="Pixels">How many pixels their noise was measured on, all together.</param>
/// <param name="SumOfSquares">Of the relative deviations in the patch.</param>
/// <param name="MeanQuanta">Expected quanta per pixel of the patch.</param>
/// <param name="OpenQuanta">Quanta per pixel with nothing in the beam.</param>
public sealed record Measurement(
    PhantomSetting Setting,
    double? Contrast,
    double ContrastError,
    int Exposures,
    int Pixels,
    double SumOfSquares,
    double MeanQuanta,
    double OpenQuanta
)
{
    /// <summary>Standard deviation of the counted quanta over their mean, 1 being 100 %.</summary>
    public double RelativeNoise => Math.Sqrt(SumOfSquares / Pixels);

    /// <summary>What Poisson's law expects of so many quanta.</summary>
    public double ExpectedNoise => 1 / Math.Sqrt(MeanQuanta);
}
