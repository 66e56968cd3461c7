using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.Anatomy.Diseases;

/// <summary>What is wrong with a patient, and where.</summary>
/// <param name="Kind">Consolidation, diffuse patches or a nodule.</param>
/// <param name="Seed">Decides the individual shape.</param>
/// <param name="Side">Which lung; not used by the diffuse kind.</param>
/// <param name="Zone">Where in it; not used by the diffuse kind.</param>
/// <param name="SizeCm">Diameter of the region, or of the nodule, 0.5 to 14.</param>
/// <param name="Density">How much of the air is replaced in the middle of it, 0 (lung as it was) to 1 (no air left).</param>
/// <param name="AirBronchograms">Whether airways stay open in a consolidation.</param>
public sealed record Disease(
    DiseaseKind Kind = DiseaseKind.Consolidation,
    int Seed = 1,
    LungSide Side = LungSide.Right,
    LungZone Zone = LungZone.Lower,
    double SizeCm = 7,
    double Density = 0.6,
    bool AirBronchograms = false
)
{
    private const int Stream = 120;

    /// <summary>Where a nodule's middle is, in cm of the patient's frame, in place of <see cref="Side"/> and <see cref="Zone"/>.</summary>
    public (double X, double Y)? NoduleAt { get; init; }

    /// <summary>Draws a pneumonia from the seed: mostly a consolidation, one time in five diffuse; sizes and densities from faint to plain.</summary>
    public static Disease DrawPneumonia(int seed)
    {
        SeededRandom random = new(seed, Stream);
        bool diffuse = random.NextDouble() < 0.2;
        return new Disease(
            diffuse ? DiseaseKind.Diffuse : DiseaseKind.Consolidation,
            seed,
            random.NextDouble() < 0.5 ? LungSide.Right : LungSide.Left,
            (LungZone)random.NextInt(3),
            random.NextDouble(6, 12),
            random.NextDouble(0.45, 1),
            random.NextDouble() < 0.4
        );
    }

    /// <summary>Checks that such a disease can be built.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public void Validate()
    {
        if (!(SizeCm is >= 0.5 and <= 14))
        {
            throw new ArgumentOutOfRangeException(nameof(SizeCm), SizeCm, $"The size is {SizeCm} cm; give 0.5 to 14 cm.");
        }

        if (!(Density is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(Density),
                Density,
                $"The density is {Density}; give a share from 0 to 1."
            );
        }
    }
}
