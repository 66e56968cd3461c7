namespace PhantomNet.Networks;

/// <summary>The activation functions of the course.</summary>
public enum Activation
{
    /// <summary>f(z) = z: no activation.</summary>
    Identity,

    /// <summary>f(z) = 1 for z &gt; 0, else 0. For display: its gradient is 0 wherever it exists, so nothing trains.</summary>
    Step,

    /// <summary>f(z) = 1 / (1 + e⁻ᶻ).</summary>
    Sigmoid,

    /// <summary>f(z) = tanh z.</summary>
    Tanh,

    /// <summary>f(z) = max(0, z).</summary>
    ReLU,

    /// <summary>f(z) = z for z &gt; 0, else 0.01 z.</summary>
    LeakyReLU,
}
