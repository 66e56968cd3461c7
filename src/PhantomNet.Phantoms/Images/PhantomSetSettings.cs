using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Anatomy.Diseases;

namespace PhantomNet.Phantoms.Images;

/// <summary>
/// All that decides a set of labelled radiographs, one of each patient. The patient of every part, number and seed is another one, so
/// that no two parts share any; and a part's first patients stay the same when there are more of them, or of another part.
/// </summary>
public sealed record PhantomSetSettings
{
    /// <summary>The most images of a part.</summary>
    public const int MostPerPart = 1 << 14;

    /// <summary>The most pixels of all parts together: 256 MB of them.</summary>
    public const long MostPixels = 1L << 26;

    /// <summary>The largest <see cref="Seed"/> and <see cref="NoiseSeed"/>; the smallest is 0.</summary>
    public const int MostSeed = (1 << 15) - 1;

    private const int PatientsPerSeed = 1 << 16;

    /// <summary>Decides the patients: other patients with every seed.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Decides the noise of all images, and nothing else.</summary>
    public int NoiseSeed { get; init; } = 1;

    /// <summary>Training images, 1 to <see cref="MostPerPart"/>.</summary>
    public int TrainingCount { get; init; } = 200;

    /// <summary>Validation images, 0 to <see cref="MostPerPart"/>.</summary>
    public int ValidationCount { get; init; } = 50;

    /// <summary>Test images, 0 to <see cref="MostPerPart"/>.</summary>
    public int TestCount { get; init; } = 100;

    /// <summary>Share of pneumonia in every part, 0 to 1.</summary>
    public double PneumoniaShare { get; init; } = 0.5;

    /// <summary>Draws what is wrong with a patient who has pneumonia, from the patient's seed.</summary>
    public Func<int, Disease> Pneumonia { get; init; } = Disease.DrawPneumonia;

    /// <summary>
    /// How all images are taken: geometry, tube, detector, size and window. Its patient, its disease and its noise aren't used.
    /// </summary>
    public RadiographSettings Technique { get; init; } = new() { Image = new ImageSettings(64) };

    /// <summary>How many images a part has.</summary>
    public int CountOf(SetPart part) =>
        part switch
        {
            SetPart.Training => TrainingCount,
            SetPart.Validation => ValidationCount,
            SetPart.Test => TestCount,
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, $"There is no part {part} of a set."),
        };

    /// <summary>
    /// 0 Normal, 1 Pneumonia. The first n images of a part have n times the share of pneumonia, rounded down.
    /// </summary>
    public int LabelOf(int index) => Pneumonias(index + 1) - Pneumonias(index);

    /// <summary>All that decides one image of a part; the label decides nothing but the disease.</summary>
    /// <param name="part">Which part.</param>
    /// <param name="index">Which of its images, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part has no such image.</exception>
    public RadiographSettings Of(SetPart part, int index)
    {
        if (index < 0 || index >= CountOf(part))
        {
            throw new ArgumentOutOfRangeException(
                nameof(index),
                index,
                $"Image {index} of {part} was asked for; there are {CountOf(part)}, counted from 0."
            );
        }

        int patient = ((int)part * MostPerPart) + index;
        int patientSeed = (Seed * PatientsPerSeed) + patient;
        return Technique with
        {
            Patient = PatientSettings.Draw(patientSeed),
            Disease = LabelOf(index) == 1 ? Pneumonia(patientSeed) : null,
            NoiseSeed = (NoiseSeed * PatientsPerSeed) + patient,
        };
    }

    /// <summary>Checks that such a set can be made.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public void Validate()
    {
        Ranges.Require(nameof(Seed), Seed, 0, MostSeed);
        Ranges.Require(nameof(NoiseSeed), NoiseSeed, 0, MostSeed);
        Ranges.Require(nameof(TrainingCount), TrainingCount, 1, MostPerPart);
        Ranges.Require(nameof(ValidationCount), ValidationCount, 0, MostPerPart);
        Ranges.Require(nameof(TestCount), TestCount, 0, MostPerPart);
        Ranges.Require(nameof(PneumoniaShare), PneumoniaShare, 0, 1);
        long size = Technique.Image.Size;
        long pixels = size * size * ((long)TrainingCount + ValidationCount + TestCount);
        Ranges.Require("Number of pixels of all images", pixels, 1, MostPixels);
    }

    // The addition keeps a product such as 0.29 × 100 from falling below the whole number that it is.
    private int Pneumonias(int images) => (int)Math.Floor((images * PneumoniaShare) + 1e-9);
}
