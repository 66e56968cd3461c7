namespace PhantomNet.Phantoms.Detectors;

/// <summary>How an image is taken: exposure, scatter, grid, sharpness.</summary>
/// <param name="MAs">Exposure in mAs, above 0 to <see cref="MostMAs"/>.</param>
/// <param name="Grid">With or without an anti-scatter grid.</param>
/// <param name="ScatterFraction">S / (S + P) before any grid, averaged over the body's shadow: 0 to <see cref="MostScatterFraction"/>.</param>
/// <param name="Mtf">Shape of the detector's modulation transfer function.</param>
/// <param name="MtfCyclesPerMm">
/// The frequency at which the MTF is one half, in cycles per mm, <see cref="LeastMtfCyclesPerMm"/> to <see cref="MostMtfCyclesPerMm"/>.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">A value outside its range.</exception>
public sealed record DetectorSettings(
    double MAs = 2,
    GridKind Grid = GridKind.Grid,
    double ScatterFraction = 0.6,
    MtfShape Mtf = MtfShape.Gaussian,
    double MtfCyclesPerMm = 1.5
)
{
    /// <summary>The largest exposure in mAs.</summary>
    public const double MostMAs = 1000;

    /// <summary>The largest scatter fraction: nineteen scattered quanta for each primary one.</summary>
    public const double MostScatterFraction = 0.95;

    /// <summary>The blurriest detector, in cycles per mm.</summary>
    public const double LeastMtfCyclesPerMm = 0.05;

    /// <summary>The sharpest detector, in cycles per mm.</summary>
    public const double MostMtfCyclesPerMm = 20;

    /// <summary>Exposure in mAs.</summary>
    public double MAs
    {
        get;
        init => field = Exposed(value);
    } = Exposed(MAs);

    /// <summary>With or without an anti-scatter grid.</summary>
    public GridKind Grid
    {
        get;
        init => field = Known(value);
    } = Known(Grid);

    /// <summary>S / (S + P) before any grid, averaged over the body's shadow.</summary>
    public double ScatterFraction
    {
        get;
        init => field = Scattered(value);
    } = Scattered(ScatterFraction);

    /// <summary>Shape of the detector's modulation transfer function.</summary>
    public MtfShape Mtf
    {
        get;
        init => field = Known(value);
    } = Known(Mtf);

    /// <summary>The frequency at which the MTF is one half, in cycles per mm.</summary>
    public double MtfCyclesPerMm
    {
        get;
        init => field = Sharp(value);
    } = Sharp(MtfCyclesPerMm);

    private static double Exposed(double value) =>
        value > 0 && value <= MostMAs
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                $"The exposure is {value} mAs; take more than 0 and at most {MostMAs} mAs."
            );

    private static double Scattered(double value) =>
        value is >= 0 and <= MostScatterFraction
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                $"The scatter fraction is {value}; take 0 to {MostScatterFraction}."
            );

    private static double Sharp(double value) =>
        value is >= LeastMtfCyclesPerMm and <= MostMtfCyclesPerMm
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                $"The MTF is one half at {value} cycles/mm; take {LeastMtfCyclesPerMm} to {MostMtfCyclesPerMm} cycles/mm."
            );

    private static T Known<T>(T value)
        where T : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                $"There is no {typeof(T).Name} {value}; take one of {string.Join(", ", Enum.GetNames<T>())}."
            );
}
