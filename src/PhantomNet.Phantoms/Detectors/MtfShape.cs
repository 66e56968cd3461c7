namespace PhantomNet.Phantoms.Detectors;

/// <summary>How the modulation transfer function falls with the spatial frequency f; f₅₀ is where it is one half.</summary>
public enum MtfShape
{
    /// <summary>2^−(f/f₅₀)²: falls slowly, then fast.</summary>
    Gaussian,

    /// <summary>1 / (1 + (f/f₅₀)²): falls earlier and keeps a long tail, as light spreading in a scintillator does.</summary>
    Lorentzian,
}
