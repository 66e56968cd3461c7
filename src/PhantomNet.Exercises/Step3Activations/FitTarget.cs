namespace PhantomNet.Exercises.Step3Activations;

/// <summary>A curve to fit.</summary>
public enum FitTarget
{
    /// <summary>y = exp(−2x²).</summary>
    Bump,

    /// <summary>y = sin 2x.</summary>
    Sine,

    /// <summary>y = 1 for x &gt; 0, else 0.</summary>
    Jump,

    /// <summary>y = |x|.</summary>
    Abs,
}
