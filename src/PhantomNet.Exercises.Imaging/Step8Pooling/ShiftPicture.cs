namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>What is moved by some pixels and then pooled.</summary>
public enum ShiftPicture
{
    /// <summary>Upright bars, bright and dark.</summary>
    Bars,

    /// <summary>One bright pixel.</summary>
    Dot,

    /// <summary>A part of the radiograph.</summary>
    Radiograph,
}
