namespace PhantomNet.Phantoms.Detectors;

/// <summary>What the detector gets where nothing is in the beam, before any grid.</summary>
/// <param name="QuantaPerPixel">Mean number of detected quanta per pixel, above 0.</param>
/// <param name="MeanEnergyKeV">Mean energy of the detected quanta in keV, above 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A value that isn't finite and above 0.</exception>
public sealed record OpenBeam(double QuantaPerPixel, double MeanEnergyKeV)
{
    /// <summary>The distance from the focus at which tube outputs are given, in cm.</summary>
    public const double ReferenceDistanceCm = 100;

    /// <summary>Mean number of detected quanta per pixel.</summary>
    public double QuantaPerPixel { get; } = Positive(QuantaPerPixel, nameof(QuantaPerPixel));

    /// <summary>Mean energy of the detected quanta in keV.</summary>
    public double MeanEnergyKeV { get; } = Positive(MeanEnergyKeV, nameof(MeanEnergyKeV));

    /// <summary>The open beam of an exposure: quanta per mm² and mAs × mAs × (100 cm / distance)² × the pixel's area.</summary>
    /// <param name="quantaPerMm2PerMAs">Detected quanta per mm² and mAs at 100 cm: Σ φ η over the spectrum.</param>
    /// <param name="meanEnergyKeV">Mean energy of the detected quanta in keV: Σ φ η E / Σ φ η.</param>
    /// <param name="mAs">Exposure in mAs.</param>
    /// <param name="sourceDistanceCm">Distance from the focus to the detector in cm.</param>
    /// <param name="pixelPitchMm">Side of a pixel in mm.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value that isn't finite and above 0.</exception>
    public static OpenBeam Of(
        double quantaPerMm2PerMAs,
        double meanEnergyKeV,
        double mAs,
        double sourceDistanceCm,
        double pixelPitchMm
    )
    {
        double nearer = ReferenceDistanceCm / Positive(sourceDistanceCm, nameof(sourceDistanceCm));
        double area = Positive(pixelPitchMm, nameof(pixelPitchMm)) * pixelPitchMm;
        return new OpenBeam(quantaPerMm2PerMAs * mAs * nearer * nearer * area, meanEnergyKeV);
    }

    private static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; take a finite number above 0.");
}
