using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.Anatomy;

/// <summary>A patient: a seed, which shapes everything that isn't named here, and what can be chosen.</summary>
/// <param name="Seed">Decides the individual shape of lungs, heart, ribs and vessels.</param>
/// <param name="Size">All lengths relative to a middle-sized adult, 0.8 to 1.2.</param>
/// <param name="Inspiration">How deep the breath is, 0 (out) to 1 (in): height of the diaphragm, and density of the lung.</param>
/// <param name="RotationDegrees">How far the patient is turned about the long axis, −12 to 12; positive brings the left side forward.</param>
/// <param name="CardiothoracicRatio">Width of the heart to width of the chest within the ribs, 0.35 to 0.65.</param>
/// <param name="IsFemale">Whether breast tissue is added.</param>
public sealed record PatientSettings(
    int Seed = 1,
    double Size = 1,
    double Inspiration = 0.8,
    double RotationDegrees = 0,
    double CardiothoracicRatio = 0.46,
    bool IsFemale = false
)
{
    private const int Stream = 100;

    /// <summary>Draws everything from the seed: what a set of patients is made of.</summary>
    public static PatientSettings Draw(int seed)
    {
        SeededRandom random = new(seed, Stream);
        return new PatientSettings(
            seed,
            Math.Clamp(1 + (0.06 * random.NextNormal()), 0.85, 1.15),
            random.NextDouble(0.5, 1),
            Math.Clamp(2 * random.NextNormal(), -6, 6),
            Math.Clamp(0.46 + (0.03 * random.NextNormal()), 0.38, 0.56),
            random.NextDouble() < 0.5
        );
    }

    /// <summary>Checks that such a patient can be built.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public void Validate()
    {
        Ranges.Require(nameof(Size), Size, 0.8, 1.2);
        Ranges.Require(nameof(Inspiration), Inspiration, 0, 1);
        Ranges.Require(nameof(RotationDegrees), RotationDegrees, -12, 12);
        Ranges.Require(nameof(CardiothoracicRatio), CardiothoracicRatio, 0.35, 0.65);
    }
}
