namespace PhantomNet.Kernels.Running;

/// <summary>What a module is compiled for.</summary>
public enum ModuleUse
{
    /// <summary>Training and predicting: what isn't needed isn't computed, and numbers are overwritten as soon as they may be.</summary>
    Training,

    /// <summary>Looking inside: every layer's outputs and gradients are there to be read afterwards, and nothing drops out.</summary>
    Looking,

    /// <summary>
    /// Predicting alone, one sample at a time: neighbouring pixels side by side instead of four samples, and no room for training.
    /// For a large network that is asked about one image, that takes a quarter of the time.
    /// </summary>
    Predicting,
}
