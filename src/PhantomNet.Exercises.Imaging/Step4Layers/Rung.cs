namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>A rung of the ladder from pixels to pathology.</summary>
public enum Rung
{
    /// <summary>The image itself.</summary>
    Pixels,

    /// <summary>Where grey changes, by direction.</summary>
    Edges,

    /// <summary>How much edge there is around, by direction.</summary>
    Textures,

    /// <summary>Parts of a chest.</summary>
    Anatomy,

    /// <summary>What should not be there.</summary>
    Pathology,
}
