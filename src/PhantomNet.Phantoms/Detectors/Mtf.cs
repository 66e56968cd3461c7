namespace PhantomNet.Phantoms.Detectors;

/// <summary>The modulation transfer function along a row or a column of the detector.</summary>
/// <param name="Shape">How it falls.</param>
/// <param name="HalfCyclesPerMm">The frequency at which it is one half, in cycles per mm, above 0.</param>
public sealed record Mtf(MtfShape Shape, double HalfCyclesPerMm)
{
    /// <summary>Its value at a spatial frequency in cycles per mm: 1 at 0.</summary>
    public double At(double cyclesPerMm)
    {
        double ratio = cyclesPerMm / HalfCyclesPerMm;
        return Shape switch
        {
            MtfShape.Gaussian => Math.Exp(-Math.Log(2) * ratio * ratio),
            MtfShape.Lorentzian => 1 / (1 + (ratio * ratio)),
            _ => throw new ArgumentOutOfRangeException(
                nameof(cyclesPerMm),
                $"There is no MTF of shape {Shape}; take {nameof(MtfShape.Gaussian)} or {nameof(MtfShape.Lorentzian)}."
            ),
        };
    }
}
