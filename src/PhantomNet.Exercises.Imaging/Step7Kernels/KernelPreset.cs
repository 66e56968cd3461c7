namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>Kernels that have a name.</summary>
public enum KernelPreset
{
    /// <summary>The image as it is.</summary>
    Identity,

    /// <summary>The mean of nine pixels.</summary>
    Box,

    /// <summary>A weighted mean, most in the middle.</summary>
    Gaussian,

    /// <summary>The image and what it differs by from its four neighbours.</summary>
    Sharpen,

    /// <summary>What is below minus what is above.</summary>
    Horizontal,

    /// <summary>What is right minus what is left.</summary>
    Vertical,

    /// <summary>The same, with more weight on the middle row.</summary>
    Sobel,

    /// <summary>Eight times the pixel minus its eight neighbours.</summary>
    Laplacian,

    /// <summary>The image and its slope along the diagonal.</summary>
    Emboss,

    /// <summary>None of these.</summary>
    Own,
}
