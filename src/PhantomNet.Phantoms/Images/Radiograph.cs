using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Detectors;
using PhantomNet.Phantoms.Projection;

namespace PhantomNet.Phantoms.Images;

/// <summary>A synthetic radiograph with everything that is known of it. Images are [row, column] from the top left, the patient's left at the right.</summary>
public sealed class Radiograph
{
    /// <summary>A pixel belongs to the lesion's mask where the rays meet at least so much of it, in cm of lung without air.</summary>
    public const double MaskThresholdCm = 0.3;

    // About so much of the field is free of the patient, and black in a radiograph.
    private const double LowPercent = 10;
    private const double HighPercent = 99.5;

    private readonly Projector _projector;
    private readonly Structure[] _maps;

    internal Radiograph(
        RadiographSettings settings,
        Beam beam,
        OpenBeam open,
        Projector projector,
        DetectorStages stages,
        Structure[] maps
    )
    {
        Settings = settings;
        Beam = beam;
        Open = open;
        Stages = stages;
        _projector = projector;
        _maps = maps;
        Window = settings.Image.Shown ?? WindowLevel.OfPercentiles(stages.LogSignal, LowPercent, HighPercent);
    }

    /// <summary>What decided it.</summary>
    public RadiographSettings Settings { get; }

    /// <summary>Rows and columns.</summary>
    public int Size => Settings.Image.Size;

    /// <summary>0 Normal; 1 where a disease was asked for.</summary>
    public int Label => Settings.Disease is null ? 0 : 1;

    /// <summary>The spectrum, as the detector counts it.</summary>
    public Beam Beam { get; }

    /// <summary>What the detector would have got with nothing in the beam.</summary>
    public OpenBeam Open { get; }

    /// <summary>What each ray has met.</summary>
    public MassThickness Thickness => _projector.Thickness;

    /// <summary>Every stage of the detector.</summary>
    public DetectorStages Stages { get; }

    /// <summary>−ln of signal over open beam: bright where much is in the way. [Size, Size]</summary>
    public float[] LogSignal => Stages.LogSignal;

    /// <summary>What is shown of it: the chosen window, or that of the image's percentiles.</summary>
    public WindowLevel Window { get; }

    /// <summary>The image within its window, 0 to 1.</summary>
    public float[] Pixels()
    {
        float[] pixels = new float[LogSignal.Length];
        Window.Apply(LogSignal, pixels);
        return pixels;
    }

    /// <summary>The image within its window, 8 bit.</summary>
    public byte[] Bytes()
    {
        byte[] bytes = new byte[LogSignal.Length];
        WindowLevel.ToBytes(Pixels(), bytes);
        return bytes;
    }

    /// <summary>Thickness of a structure along each pixel's rays, in cm; of a lesion, weighed by the share of air that it replaces.</summary>
    /// <exception cref="ArgumentException">It wasn't asked for when the acquisition was made.</exception>
    public ReadOnlyMemory<float> ThicknessCm(Structure structure) => _projector.Map(structure);

    /// <summary>Where a structure is: at least <paramref name="thresholdCm"/> of it along the rays.</summary>
    /// <exception cref="ArgumentException">It wasn't asked for when the acquisition was made.</exception>
    public bool[] Mask(Structure structure, double thresholdCm = MaskThresholdCm)
    {
        ReadOnlySpan<float> thickness = ThicknessCm(structure).Span;
        bool[] mask = new bool[thickness.Length];
        for (int i = 0; i < mask.Length; i++)
        {
            mask[i] = thickness[i] >= thresholdCm;
        }

        return mask;
    }

    /// <summary>The structures whose thickness is known.</summary>
    public IReadOnlyList<Structure> Maps => _maps;
}
