namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>What the sliders reach: within what the physics takes.</summary>
public static class SettingRanges
{
    /// <summary>Seeds go from 1 to this.</summary>
    public const int MaxSeed = 9999;

    /// <summary>All lengths of a patient, relative to a middle-sized adult.</summary>
    public static (double Min, double Max) Build => (0.8, 1.2);

    /// <summary>Degrees to each side.</summary>
    public static (double Min, double Max) Turn => (-12, 12);

    /// <summary>Cardiothoracic ratio.</summary>
    public static (double Min, double Max) Heart => (0.35, 0.65);

    /// <summary>Of a lesion, in cm.</summary>
    public static (double Min, double Max) LesionCm => (0.5, 14);

    /// <summary>Tube voltage, kV.</summary>
    public static (double Min, double Max) KVp => (50, 130);

    /// <summary>Aluminium, mm.</summary>
    public static (double Min, double Max) Aluminium => (1, 20);

    /// <summary>Copper, mm.</summary>
    public static (double Min, double Max) Copper => (0, 1);

    /// <summary>Exposure, mAs.</summary>
    public static (double Min, double Max) MAs => (1e-5, 10);

    /// <summary>S / (S + P) before the grid.</summary>
    public static (double Min, double Max) Scatter => (0, 0.9);

    /// <summary>Frequency at which the MTF is one half, cycles per mm.</summary>
    public static (double Min, double Max) HalfMtf => (0.05, 5);
}
