using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.Detectors;

/// <summary>
/// A flat, square, energy-integrating detector: mean primary and scattered quanta, Poisson noise, energy, blur, logarithm.
/// Formulas and simplifications: docs/physics.md, "Detector". Keeps scratch memory: one exposure at a time.
/// </summary>
public sealed class Detector
{
    /// <summary>A pixel lies in the body's shadow where less than this share of the open beam's quanta is detected.</summary>
    public const double ShadowBelow = 0.99;

    // Noise shares no numbers with an anatomy, a network or a set of points of the same seed.
    private const int NoiseStream = 1 << 29;

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
        Check(detectedFraction.Length, nameof(detectedFraction));
        Check(meanEnergyKeV.Length, nameof(meanEnergyKeV));
        Check(stages.LogSignal.Length, nameof(stages));
        double openQuanta = open.QuantaPerPixel * AntiScatterGrid.PrimaryTransmission(Settings.Grid);
        stages.OpenSignalKeV = openQuanta * open.MeanEnergyKeV;
        Project(detectedFraction, openQuanta, stages);
        stages.ScatterQuanta =
            stages.ShadowPrimaryQuanta * AntiScatterGrid.ScatterToPrimaryRatio(Settings.ScatterFraction, Settings.Grid);
        Count(meanEnergyKeV, new PoissonSampler(new SeededRandom(noiseSeed, NoiseStream)), stages);
        _blur.Apply(stages.SignalKeV, stages.BlurredKeV);
        TakeLogarithm(open.MeanEnergyKeV, stages);
    }

    private static void Project(ReadOnlySpan<float> detectedFraction, double openQuanta, DetectorStages stages)
    {
        double[] primary = stages.PrimaryQuanta;
        double sum = 0;
        int pixels = 0;
        for (int i = 0; i < primary.Length; i++)
        {
            double quanta = openQuanta * detectedFraction[i];
            primary[i] = quanta;
            if (detectedFraction[i] < ShadowBelow)
            {
                sum += quanta;
                pixels++;
            }
        }

        stages.ShadowPixels = pixels;
        stages.ShadowPrimaryQuanta = pixels == 0 ? 0 : sum / pixels;
    }

    // Simplification: the scatter is the same in all pixels, and its quanta have the energy of the primary ones beside them.
    // Simplification: every quantum gives the mean energy; that energies and light yields differ (Swank) adds no noise.
    private static void Count(ReadOnlySpan<float> meanEnergyKeV, PoissonSampler poisson, DetectorStages stages)
    {
        double[] primary = stages.PrimaryQuanta;
        double[] counted = stages.CountedQuanta;
        double[] signal = stages.SignalKeV;
        double scatter = stages.ScatterQuanta;
        for (int i = 0; i < counted.Length; i++)
        {
            double quanta = poisson.Next(primary[i] + scatter);
            counted[i] = quanta;
            signal[i] = quanta * meanEnergyKeV[i];
        }
    }

    // A pixel with less signal than one quantum, or none, is taken to have one quantum of the open beam's mean energy.
    private static void TakeLogarithm(double quantumKeV, DetectorStages stages)
    {
        double[] blurred = stages.BlurredKeV;
        float[] log = stages.LogSignal;
        double open = stages.OpenSignalKeV;
        for (int i = 0; i < log.Length; i++)
        {
            log[i] = (float)-Math.Log(Math.Max(blurred[i], quantumKeV) / open);
        }
    }

    private void Check(int length, string name)
    {
        if (length != Size * Size)
        {
            throw new ArgumentException($"{name} has {length} pixels, the detector {Size} × {Size}; give {Size * Size}.", name);
        }
    }
}
