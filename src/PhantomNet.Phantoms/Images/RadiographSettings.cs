using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Anatomy.Diseases;
using PhantomNet.Phantoms.Detectors;
using PhantomNet.Phantoms.Projection;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Phantoms.Images;

/// <summary>All that decides a radiograph: the same settings give the same pixels.</summary>
public sealed record RadiographSettings
{
    /// <summary>Who is in the beam.</summary>
    public PatientSettings Patient { get; init; } = new();

    /// <summary>What is wrong; null for nothing.</summary>
    public Disease? Disease { get; init; }

    /// <summary>Where source and detector are.</summary>
    public ProjectionGeometry Geometry { get; init; } = new();

    /// <summary>What is set at the tube.</summary>
    public TubeSettings Tube { get; init; } = new();

    /// <summary>Exposure, grid, sharpness.</summary>
    public DetectorSettings Detector { get; init; } = new();

    /// <summary>Size and window.</summary>
    public ImageSettings Image { get; init; } = new();

    /// <summary>Decides the noise.</summary>
    public int NoiseSeed { get; init; } = 1;

    /// <summary>Side of a pixel at the detector, in mm.</summary>
    public double PixelPitchMm => Geometry.FieldCm * 10 / Image.Size;
}
