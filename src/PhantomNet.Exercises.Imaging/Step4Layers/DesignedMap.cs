namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>A map on the ladder, as it is shown.</summary>
/// <param name="Rung">Which rung it stands on.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Meaning">What its filter looks for.</param>
/// <param name="Layer">Index of the layer of <see cref="DesignedNetwork.Spec"/> that it leaves; −1 for the image.</param>
/// <param name="Channel">Its channel there.</param>
/// <param name="Minus">A channel that is taken away, so that both signs are seen; null for none.</param>
/// <param name="Target">The mask that it is meant for; null for none.</param>
public sealed record DesignedMap(
    Rung Rung,
    string Name,
    string Meaning,
    int Layer,
    int Channel,
    int? Minus = null,
    TrueMask? Target = null
)
{
    /// <summary>All of them, from pixels upwards.</summary>
    public static IReadOnlyList<DesignedMap> All { get; } =
    [
        new(Rung.Pixels, "radiograph", "The image: −ln of the signal within its window, 0 black to 1 white.", -1, 0),
        Edge("horizontal edge", "brighter below (green) or above (purple)", 0),
        Edge("falling edge", "brighter towards the lower right (green) or the upper left (purple)", 1),
        Edge("vertical edge", "brighter to the right (green) or to the left (purple)", 2),
        Edge("rising edge", "brighter towards the upper right (green) or the lower left (purple)", 3),
        Energy("horizontal", 0),
        Energy("falling", 1),
        Energy("vertical", 2),
        Energy("rising", 3),
        new(
            Rung.Anatomy,
            "lung field",
            "Dark, with something bright both to its left and to its right.",
            DesignedNetwork.Parts,
            0,
            Target: TrueMask.Lungs
        ),
        new(
            Rung.Anatomy,
            "rib",
            "A narrow band, brighter than what lies above and below it.",
            DesignedNetwork.Parts,
            1,
            Target: TrueMask.Ribs
        ),
        new(
            Rung.Anatomy,
            "heart border",
            "A steep edge with much that is bright at the image’s left of it and dark at its right.",
            DesignedNetwork.Parts,
            2,
            Target: TrueMask.HeartBorder
        ),
        new(
            Rung.Anatomy,
            "dense body",
            "Brighter than a ring around it about 10 cm across: spine, heart, what lies under the diaphragm.",
            DesignedNetwork.Parts,
            3,
            Target: TrueMask.Spine
        ),
        new(
            Rung.Pathology,
            "lesion score",
            "Lung around it and ribs across it, but no border of the heart and no dense body.",
            DesignedNetwork.Score,
            0,
            Target: TrueMask.Lesion
        ),
    ];

    /// <summary>The first map of the anatomy.</summary>
    public const int FirstPart = 9;

    /// <summary>Whether it can be below zero.</summary>
    public bool IsSigned => Minus is not null || Rung == Rung.Pathology;

    private static DesignedMap Edge(string name, string sides, int direction) =>
        new(
            Rung.Edges,
            name,
            $"Differences across 3×3 pixels: {sides}.",
            DesignedNetwork.Edges,
            1 + (2 * direction),
            2 + (2 * direction)
        );

    private static DesignedMap Energy(string direction, int index) =>
        new(
            Rung.Textures,
            $"{direction} energy",
            "The mean size of such edges over 10×10 pixels, of either sign.",
            DesignedNetwork.Textures,
            1 + index
        );
}
