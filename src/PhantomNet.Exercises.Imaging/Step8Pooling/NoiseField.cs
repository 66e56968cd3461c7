namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>Where the noise comes from that is pooled.</summary>
public enum NoiseField
{
    /// <summary>Independent normal numbers with mean 0 and standard deviation 1.</summary>
    Simulated,

    /// <summary>The radiograph's quantum noise, in units of its own standard deviation.</summary>
    Radiograph,
}
