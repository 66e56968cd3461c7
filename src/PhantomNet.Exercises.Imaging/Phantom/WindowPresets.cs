using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>Windows with a name, in units of −ln of the transmission; they suit about 120 kV with a grid.</summary>
public static class WindowPresets
{
    /// <summary>The least and the greatest width.</summary>
    public const double LeastWindow = 0.1;

    /// <inheritdoc cref="LeastWindow"/>
    public const double MostWindow = 8;

    /// <summary>The least and the greatest level.</summary>
    public const double LeastLevel = -1;

    /// <inheritdoc cref="LeastLevel"/>
    public const double MostLevel = 8;

    /// <summary>Fits each image: null.</summary>
    public const string Automatic = "auto";

    /// <summary>Name and window; null is the automatic one.</summary>
    public static IReadOnlyList<(string Name, WindowLevel? Window)> All { get; } =
    [
        (Automatic, null),
        ("lung", new WindowLevel(1.4, 1.9)),
        ("mediastinum", new WindowLevel(1.2, 3.0)),
        ("bone", new WindowLevel(2.4, 2.6)),
    ];

    /// <summary>The name of a window, or “own”.</summary>
    public static string NameOf(WindowLevel? window)
    {
        foreach ((string name, WindowLevel? preset) in All)
        {
            if (Equals(preset, window))
            {
                return name;
            }
        }

        return "own";
    }
}
