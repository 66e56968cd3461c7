namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>Which nine weights the window carries.</summary>
public enum KernelKind
{
    /// <summary>Sobel's, designed to answer where brightness changes from left to right.</summary>
    Edge,

    /// <summary>Designed to answer to a pixel that is brighter than the mean of those around it.</summary>
    Spot,

    /// <summary>As a convolutional layer has them before training.</summary>
    Random,
}
