namespace PhantomNet.Networks.Training;

/// <summary>How weights are drawn before training; biases start at 0.</summary>
public enum Initialisation
{
    /// <summary>He before a ReLU or leaky ReLU, Xavier before anything else.</summary>
    ByActivation,

    /// <summary>Uniform within ±√(6 / fan-in), variance 2 / fan-in (docs/sources.md#he).</summary>
    He,

    /// <summary>Uniform within ±√(6 / (fan-in + fan-out)), variance 2 / (fan-in + fan-out) (docs/sources.md#xavier).</summary>
    Xavier,
}
