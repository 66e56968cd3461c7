namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>What is marked over the image.</summary>
[Flags]
public enum Overlays
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The lesion's mask.</summary>
    Lesion = 1,

    /// <summary>Both lungs.</summary>
    Lungs = 2,

    /// <summary>The heart.</summary>
    Heart = 4,

    /// <summary>The ribs.</summary>
    Ribs = 8,

    /// <summary>Not a structure: where contrast and noise are measured.</summary>
    Places = 16,
}
