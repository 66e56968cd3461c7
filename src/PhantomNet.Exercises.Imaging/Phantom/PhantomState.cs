using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>What the phantom's page shows.</summary>
public sealed record PhantomState : IStepState<PhantomState>
{
    private const string KeptPrefix = "b.";

    /// <inheritdoc/>
    public static PhantomState Default { get; } = new();

    /// <summary>What the controls set: A, where there is a B.</summary>
    public PhantomSetting Setting { get; init; } = PhantomSetting.Default;

    /// <summary>What is kept to compare with, B; null for nothing.</summary>
    public PhantomSetting? Kept { get; init; }

    /// <summary>The window; null for one that fits the image.</summary>
    public WindowLevel? Window { get; init; }

    /// <summary>The stage on the screen.</summary>
    public PhantomStage Stage { get; init; } = PhantomStage.Image;

    /// <summary>What is marked over it.</summary>
    public Overlays Overlays { get; init; }

    /// <summary>Where the profile is taken.</summary>
    public ProfileLine Line { get; init; } = ProfileLine.Default;

    /// <summary>The set to make.</summary>
    public SetChoice Set { get; init; } = SetChoice.Default;

    /// <inheritdoc/>
    public static PhantomState Read(QueryReader query) =>
        new()
        {
            Setting = PhantomSetting.Read(query, ""),
            Kept = query.Flag("compare", fallback: false) ? PhantomSetting.Read(query, KeptPrefix) : null,
            Window = ReadWindow(query),
            Stage = query.Choice("stage", Default.Stage),
            Overlays = (Overlays)query.Whole("marks", 0, 0, 31),
            Line = ProfileLine.Read(query),
            Set = SetChoice.Read(query),
        };

    /// <inheritdoc/>
    public void Write(QueryWriter query)
    {
        Setting.Write(query, "");
        query.Choice("stage", Stage, Default.Stage).Number("marks", (int)Overlays, 0);
        if (Window is not null)
        {
            query.Number("window", Window.Window, double.NaN).Number("level", Window.Level, double.NaN);
        }

        Line.Write(query);
        Set.Write(query);
        query.Flag("compare", Kept is not null, fallback: false);
        Kept?.Write(query, KeptPrefix);
    }

    // Half a window is none.
    private static WindowLevel? ReadWindow(QueryReader query)
    {
        double window = query.Number("window", double.NaN, WindowPresets.LeastWindow, WindowPresets.MostWindow);
        double level = query.Number("level", double.NaN, WindowPresets.LeastLevel, WindowPresets.MostLevel);
        return double.IsNaN(window) || double.IsNaN(level) ? null : new WindowLevel(window, level);
    }
}
