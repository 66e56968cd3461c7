namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>How the pixels of the trial's images lie.</summary>
public enum Arrangement
{
    /// <summary>As they were taken.</summary>
    Original,

    /// <summary>All images through one and the same permutation.</summary>
    Shuffled,

    /// <summary>Each image through a permutation of its own.</summary>
    Fresh,
}
