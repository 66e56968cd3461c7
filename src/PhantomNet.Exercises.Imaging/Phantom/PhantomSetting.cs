using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Anatomy.Diseases;
using PhantomNet.Phantoms.Detectors;
using PhantomNet.Phantoms.Images;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>All that decides one radiograph, as it is chosen on the page.</summary>
public sealed record PhantomSetting
{
    /// <summary>What the page starts with.</summary>
    public static PhantomSetting Default { get; } = new();

    /// <summary>The matrix sizes on offer.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [28, 64, 128, 256, 512];

    /// <summary>Who is in the beam.</summary>
    public PatientSettings Patient { get; init; } = new();

    /// <summary>What is wrong.</summary>
    public Finding Finding { get; init; }

    /// <summary>Where and how large it is; kept while there is nothing. Its kind isn't used.</summary>
    public Disease Shape { get; init; } = new();

    /// <summary>What is set at the tube.</summary>
    public TubeSettings Tube { get; init; } = new();

    /// <summary>Exposure, grid, sharpness.</summary>
    public DetectorSettings Detector { get; init; } = new();

    /// <summary>Rows and columns.</summary>
    public int Size { get; init; } = 128;

    /// <summary>Decides the noise.</summary>
    public int NoiseSeed { get; init; } = 1;

    /// <summary>The disease, or null.</summary>
    public Disease? Disease => Finding == Finding.None ? null : Shape with { Kind = (DiseaseKind)(Finding - 1) };

    /// <summary>Side of a pixel in mm.</summary>
    public double PixelPitchMm => ProfileLine.FieldCm * 10 / Size;

    /// <summary>As the chain takes them; the window is left to the screen.</summary>
    public RadiographSettings Settings =>
        new()
        {
            Patient = Patient,
            Disease = Disease,
            Tube = Tube,
            Detector = Detector,
            Image = new ImageSettings(Size),
            NoiseSeed = NoiseSeed,
        };

    /// <summary>A patient drawn from a seed, to as many digits as the page shows.</summary>
    public static PatientSettings DrawPatient(int seed)
    {
        PatientSettings drawn = PatientSettings.Draw(seed);
        return drawn with
        {
            Size = Math.Round(drawn.Size, 2),
            Inspiration = Math.Round(drawn.Inspiration, 2),
            RotationDegrees = Math.Round(drawn.RotationDegrees, 1),
            CardiothoracicRatio = Math.Round(drawn.CardiothoracicRatio, 2),
        };
    }

    /// <summary>The same with a pneumonia drawn from a seed, to as many digits as the page shows.</summary>
    public PhantomSetting WithPneumonia(int seed)
    {
        Disease drawn = Disease.DrawPneumonia(seed);
        return this with
        {
            Finding = (Finding)drawn.Kind + 1,
            Shape = drawn with
            {
                Kind = DiseaseKind.Consolidation,
                SizeCm = Math.Round(drawn.SizeCm, 1),
                Density = Math.Round(drawn.Density, 2),
            },
        };
    }

    /// <summary>Reads one whose keys start with a prefix.</summary>
    public static PhantomSetting Read(QueryReader query, string prefix)
    {
        SettingReader read = new(query, prefix);
        return new()
        {
            Patient = read.Patient(Default.Patient),
            Finding = query.Choice(prefix + "disease", Default.Finding),
            Shape = read.Shape(Default.Shape),
            Tube = read.Tube(Default.Tube),
            Detector = read.Detector(Default.Detector),
            Size = read.Size(Default.Size),
            NoiseSeed = query.Whole(prefix + "noise", Default.NoiseSeed, 1, SettingRanges.MaxSeed),
        };
    }

    /// <summary>Writes what differs from the default.</summary>
    public void Write(QueryWriter query, string prefix) =>
        query
            .Number(prefix + "patient", Patient.Seed, Default.Patient.Seed)
            .Number(prefix + "build", Patient.Size, Default.Patient.Size)
            .Number(prefix + "breath", Patient.Inspiration, Default.Patient.Inspiration)
            .Number(prefix + "turn", Patient.RotationDegrees, Default.Patient.RotationDegrees)
            .Number(prefix + "heart", Patient.CardiothoracicRatio, Default.Patient.CardiothoracicRatio)
            .Flag(prefix + "female", Patient.IsFemale, Default.Patient.IsFemale)
            .Choice(prefix + "disease", Finding, Default.Finding)
            .Number(prefix + "lesion", Shape.Seed, Default.Shape.Seed)
            .Choice(prefix + "side", Shape.Side, Default.Shape.Side)
            .Choice(prefix + "zone", Shape.Zone, Default.Shape.Zone)
            .Number(prefix + "cm", Shape.SizeCm, Default.Shape.SizeCm)
            .Number(prefix + "density", Shape.Density, Default.Shape.Density)
            .Flag(prefix + "bronchi", Shape.AirBronchograms, Default.Shape.AirBronchograms)
            .Number(prefix + "kvp", Tube.KVp, Default.Tube.KVp)
            .Number(prefix + "al", Tube.AluminiumMm, Default.Tube.AluminiumMm)
            .Number(prefix + "cu", Tube.CopperMm, Default.Tube.CopperMm)
            .Number(prefix + "mas", Detector.MAs, Default.Detector.MAs)
            .Choice(prefix + "grid", Detector.Grid, Default.Detector.Grid)
            .Number(prefix + "scatter", Detector.ScatterFraction, Default.Detector.ScatterFraction)
            .Choice(prefix + "mtf", Detector.Mtf, Default.Detector.Mtf)
            .Number(prefix + "f50", Detector.MtfCyclesPerMm, Default.Detector.MtfCyclesPerMm)
            .Number(prefix + "size", Size, Default.Size)
            .Number(prefix + "noise", NoiseSeed, Default.NoiseSeed);
}
