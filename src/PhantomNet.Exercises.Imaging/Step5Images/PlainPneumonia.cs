using PhantomNet.Phantoms.Anatomy.Diseases;
using PhantomNet.Randomness;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>Pneumonia that is plain enough for an image of 16 × 16: one large, dense consolidation.</summary>
public static class PlainPneumonia
{
    /// <summary>The least diameter of the region.</summary>
    public const double LeastSizeCm = 8;

    /// <summary>The largest.</summary>
    public const double MostSizeCm = 11;

    private const int Stream = 600;

    /// <summary>Draws one: either lung, any zone, no air left in the middle of it.</summary>
    public static Disease Draw(int seed)
    {
        SeededRandom random = new(seed, Stream);
        return new Disease(
            DiseaseKind.Consolidation,
            seed,
            (LungSide)random.NextInt(2),
            (LungZone)random.NextInt(3),
            random.NextDouble(LeastSizeCm, MostSizeCm),
            Density: 1
        );
    }
}
