namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>A way to halve an image.</summary>
public enum ShiftPool
{
    /// <summary>The largest of 2×2.</summary>
    Max,

    /// <summary>The mean of 2×2.</summary>
    Average,

    /// <summary>A low-pass filter, then every second pixel.</summary>
    Blurred,
}
