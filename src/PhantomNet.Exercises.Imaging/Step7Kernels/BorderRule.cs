namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>What a window sees that reaches over the image's border.</summary>
public enum BorderRule
{
    /// <summary>There is none: windows stay inside, and the output has two rows and columns less.</summary>
    Valid,

    /// <summary>Zeros.</summary>
    Zero,

    /// <summary>The pixel of the border again.</summary>
    Replicate,
}
