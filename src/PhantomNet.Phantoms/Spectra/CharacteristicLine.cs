namespace PhantomNet.Phantoms.Spectra;

/// <summary>A K line of tungsten.</summary>
/// <param name="EnergyKeV">Energy of its photons.</param>
/// <param name="Share">Its share of all K photons, 0 to 1.</param>
internal readonly record struct CharacteristicLine(double EnergyKeV, double Share)
{
    /// <summary>
    /// Kα₁, Kα₂, Kβ₁ with Kβ₃, and Kβ₂ (energies of docs/sources.md#k-lines). The shares are those of SpekCalc
    /// (docs/sources.md#spekcalc) at 110 kV, corrected for what the anode absorbs.
    /// </summary>
    public static IReadOnlyList<CharacteristicLine> Tungsten { get; } =
    [new(59.318, 0.506), new(57.982, 0.291), new(67.15, 0.160), new(69.07, 0.043)];
}
