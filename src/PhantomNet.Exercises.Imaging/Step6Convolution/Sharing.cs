namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>How far a fully connected layer has been turned into a convolution.</summary>
public enum Sharing
{
    /// <summary>Not at all: each output has a weight of its own for each pixel.</summary>
    Dense,

    /// <summary>Local: each output has weights of its own, for the pixels of its window alone.</summary>
    Local,

    /// <summary>Local, and all outputs have the same weights.</summary>
    Shared,
}
