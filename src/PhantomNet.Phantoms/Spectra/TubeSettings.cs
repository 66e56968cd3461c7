namespace PhantomNet.Phantoms.Spectra;

/// <summary>What is set at the tube: a tungsten anode under constant potential.</summary>
/// <param name="KVp">Tube voltage, 50 to 130 kV; the highest photon energy in keV.</param>
/// <param name="AluminiumMm">Total filtration in mm of aluminium, with the tube's own, 1 to 60.</param>
/// <param name="CopperMm">Added copper in mm, 0 to 3.</param>
/// <param name="AnodeAngleDegrees">Angle between the anode's face and the middle of the beam, 6 to 25 degrees.</param>
public sealed record TubeSettings(double KVp = 120, double AluminiumMm = 3, double CopperMm = 0, double AnodeAngleDegrees = 12)
{
    /// <summary>The lowest tube voltage, kV.</summary>
    public const double LowestKVp = 50;

    /// <summary>The highest tube voltage, kV.</summary>
    public const double HighestKVp = 130;

    /// <summary>The least filtration, mm of aluminium. With less, photons below the table's 10 keV would count.</summary>
    public const double LeastAluminiumMm = 1;

    /// <summary>The most filtration, mm of aluminium.</summary>
    public const double MostAluminiumMm = 60;

    /// <summary>The most copper, mm.</summary>
    public const double MostCopperMm = 3;

    /// <summary>The smallest anode angle, degrees.</summary>
    public const double SmallestAnodeAngleDegrees = 6;

    /// <summary>The largest anode angle, degrees.</summary>
    public const double LargestAnodeAngleDegrees = 25;

    internal void Validate()
    {
        Check(KVp, LowestKVp, HighestKVp, nameof(KVp), "kV");
        Check(AluminiumMm, LeastAluminiumMm, MostAluminiumMm, nameof(AluminiumMm), "mm");
        Check(CopperMm, 0, MostCopperMm, nameof(CopperMm), "mm");
        Check(AnodeAngleDegrees, SmallestAnodeAngleDegrees, LargestAnodeAngleDegrees, nameof(AnodeAngleDegrees), "degrees");
    }

    private static void Check(double value, double low, double high, string name, string unit)
    {
        if (!(value >= low && value <= high))
        {
            throw new ArgumentOutOfRangeException(
                name,
                value,
                $"{name} is {value} {unit}; the tube is modelled from {low} to {high} {unit}. Choose a value within."
            );
        }
    }
}
