namespace PhantomNet.Phantoms.Detectors;

/// <summary>
/// What share of the primary and of the scattered quanta a grid lets through. Simplification: two constants, typical of the grids
/// used for chests, the same at every energy, angle and place; lines of the grid don't show.
/// </summary>
public static class AntiScatterGrid
{
    /// <summary>Share of the primary quanta that passes the grid: a typical value.</summary>
    public const double TypicalPrimaryTransmission = 0.7;

    /// <summary>Share of the scattered quanta that passes the grid: a typical value.</summary>
    public const double TypicalScatterTransmission = 0.1;

    /// <summary>Share of the primary quanta that reaches the detector, 1 without a grid.</summary>
    public static double PrimaryTransmission(GridKind grid) => grid == GridKind.Grid ? TypicalPrimaryTransmission : 1;

    /// <summary>Share of the scattered quanta that reaches the detector, 1 without a grid.</summary>
    public static double ScatterTransmission(GridKind grid) => grid == GridKind.Grid ? TypicalScatterTransmission : 1;

    /// <summary>
    /// Scattered quanta per primary quantum at the detector: S/P = SF / (1 − SF) before the grid, times the ratio of the two
    /// transmissions behind it (docs/sources.md#poletti).
    /// </summary>
    /// <param name="scatterFraction">S / (S + P) before the grid, 0 or more and below 1.</param>
    /// <param name="grid">The grid, or none.</param>
    public static double ScatterToPrimaryRatio(double scatterFraction, GridKind grid) =>
        scatterFraction / (1 - scatterFraction) * ScatterTransmission(grid) / PrimaryTransmission(grid);
}
