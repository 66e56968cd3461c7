namespace PhantomNet.Phantoms.Detectors;

/// <summary>
/// A flat, square, energy-integrating detector: mean primary and scattered quanta, Poisson noise, energy, blur, logarithm.
/// Formulas and simplifications: docs/physics.md, "Detector". Keeps scratch memory: one exposure at a time.
/// </summary>
public sealed class Detector
{
    /// <summary>A pixel lies in the body's shadow where less than this share of the open beam's quanta is detected.</summary>
    public const double ShadowBelow = 0.99;

    private readonly Blur _blur;

    /// <summary>A detector of size × size pixels.</summary>
    /// <param name="settings">How images are taken.</param>
    /// <param name="size">Rows and columns, 1 or more.</param>
    /// <param name="pixelPitchMm">Side of a pixel in mm.</param>
    /// <exception cref="ArgumentOutOfRangeException">No pixels, or pixels too small for the blur.</exception>
    public Detector(DetectorSettings settings, int size, double pixelPitchMm)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        Settings = settings;
        Size = size;
        PixelPitchMm = pixelPitchMm;
        Kernel = BlurKernel.Of(new Mtf(settings.Mtf, settings.MtfCyclesPerMm), pixelPitchMm);
        _blur = new Blur(Kernel, size);
    }

    /// <summary>How images are taken.</summary>
    public DetectorSettings Settings { get; }

    /// <summary>Rows and columns.</summary>
    public int Size { get; }

    /// <summary>Side of a pixel in mm.</summary>
    public double PixelPitchMm { get; }

    /// <summary>The blur along each axis.</summary>
    public BlurKernel Kernel { get; }

    /// <summary>Takes an image and writes every stage of it.</summary>
    /// <param name="detectedFraction">Per pixel, the detected quanta as a fraction of the open beam's, 0 to 1: [size, size].</param>
    /// <param name="meanEnergyKeV">Per pixel, the mean energy of the detected quanta in keV: [size, size].</param>
    /// <param name="open">The open beam at this exposure, before any grid.</param>
    /// <param name="noiseSeed">Decides the noise, and nothing else does.</param>
    /// <param name="stages">Where the stages are written.</param>
    /// <exception cref="ArgumentException">A length that isn't that of the detector.</exception>
    public void Expose(
        ReadOnlySpan<float> detectedFraction,
        ReadOnlySpan<float> meanEnergyKeV,
        OpenBeam open,
        int noiseSeed,
        DetectorStages stages
    )
    {
        Exposure exposure = Start(detectedFraction.ToArray(), meanEnergyKeV.ToArray(), open, noiseSeed, stages);
        exposure.Advance(Exposure.Passes * Size);
    }

    /// <summary>The same, to be done a few rows at a time. The fractions and energies must stay as they are until it is complete.</summary>
    /// <inheritdoc cref="Expose"/>
    public Exposure Start(float[] detectedFraction, float[] meanEnergyKeV, OpenBeam open, int noiseSeed, DetectorStages stages)
    {
        Check(detectedFraction.Length, nameof(detectedFraction));
        Check(meanEnergyKeV.Length, nameof(meanEnergyKeV));
        Check(stages.LogSignal.Length, nameof(stages));
        return new Exposure(this, _blur, detectedFraction, meanEnergyKeV, open, noiseSeed, stages);
    }

    private void Check(int length, string name)
    {
        if (length != Size * Size)
        {
            throw new ArgumentException($"{name} has {length} pixels, the detector {Size} × {Size}; give {Size * Size}.", name);
        }
    }
}
