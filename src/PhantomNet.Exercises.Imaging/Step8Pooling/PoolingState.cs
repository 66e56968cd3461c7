using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>What step 8 shows.</summary>
public sealed record PoolingState : IStepState<PoolingState>
{
    /// <summary>Sides of the grid on the stage.</summary>
    public const int MinSide = 5;

    /// <summary>The same, at most.</summary>
    public const int MaxSide = GridEdits.Side;

    /// <summary>Sides of a window.</summary>
    public const int MinWindow = 2;

    /// <summary>The same, at most.</summary>
    public const int MaxWindow = 3;

    /// <summary>The largest stride.</summary>
    public const int MaxStride = 3;

    /// <summary>Seeds go from 1 to this.</summary>
    public const int MaxSeed = 999;

    /// <summary>Rows and columns of the radiograph.</summary>
    public const int RadiographSide = 224;

    /// <summary>The fewest of its rows and columns that are pooled: five poolings need 32.</summary>
    public const int MinChainSide = 1 << Halving.Most;

    /// <summary>The shortest and longest period of the bars, in pixels.</summary>
    public const int MinPeriod = 2;

    /// <inheritdoc cref="MinPeriod"/>
    public const int MaxPeriod = 8;

    /// <summary>The exposures that are offered, in mAs.</summary>
    public static IReadOnlyList<double> Exposures { get; } = [0.02, 0.2, 2];

    /// <inheritdoc/>
    public static PoolingState Default { get; } = new();

    /// <summary>Rows and columns of the grid.</summary>
    public int Side { get; init; } = 6;

    /// <summary>K, the side of a window.</summary>
    public int Window { get; init; } = 2;

    /// <summary>S, the stride.</summary>
    public int Stride { get; init; } = 2;

    /// <summary>Max or average.</summary>
    public PoolKind Kind { get; init; }

    /// <summary>Forward or backward.</summary>
    public GridDirection Direction { get; init; }

    /// <summary>Decides the numbers of the grid.</summary>
    public int Seed { get; init; } = 24;

    /// <summary>Numbers put in by hand: see <see cref="GridEdits"/>.</summary>
    public string Edits { get; init; } = "";

    /// <summary>Gradients of outputs put in by hand; 1 where nothing is said.</summary>
    public string Gradients { get; init; } = "";

    /// <summary>The chosen number of the grid, as a place.</summary>
    public int Cell { get; init; }

    /// <summary>The chosen output, as a place.</summary>
    public int Output { get; init; }

    /// <summary>The patient whose radiograph it is.</summary>
    public int Patient { get; init; } = 1;

    /// <summary>The exposure of it: an index into <see cref="Exposures"/>.</summary>
    public int Exposure { get; init; } = 2;

    /// <summary>So many rows and columns of the radiograph are pooled again and again.</summary>
    public int ChainSide { get; init; } = RadiographSide;

    /// <summary>How they are pooled.</summary>
    public PoolKind ChainKind { get; init; }

    /// <summary>The map that is shown large: 0 for the radiograph.</summary>
    public int Map { get; init; } = 3;

    /// <summary>What is shifted.</summary>
    public ShiftPicture Picture { get; init; }

    /// <summary>Pixels from one bar to the next.</summary>
    public int Period { get; init; } = 4;

    /// <summary>By how many pixels.</summary>
    public int Shift { get; init; }

    /// <summary>Whose noise is pooled.</summary>
    public NoiseField Noise { get; init; }

    /// <summary>In windows of this side.</summary>
    public int NoiseWindow { get; init; } = 2;

    /// <inheritdoc/>
    public static PoolingState Read(QueryReader query) =>
        new()
        {
            Side = query.Whole("n", Default.Side, MinSide, MaxSide),
            Window = query.Whole("k", Default.Window, MinWindow, MaxWindow),
            Stride = query.Whole("s", Default.Stride, 1, MaxStride),
            Kind = query.Choice("pool", Default.Kind),
            Direction = query.Choice("way", Default.Direction),
            Seed = query.Whole("seed", Default.Seed, 1, MaxSeed),
            Edits = GridEdits.Canonical(query.Text("edits")),
            Gradients = GridEdits.Canonical(query.Text("grads")),
            Cell = query.Whole("cell", Default.Cell, 0, (MaxSide * MaxSide) - 1),
            Output = query.Whole("out", Default.Output, 0, (MaxSide * MaxSide) - 1),
            Patient = query.Whole("patient", Default.Patient, 1, MaxSeed),
            Exposure = query.Whole("dose", Default.Exposure, 0, Exposures.Count - 1),
            ChainSide = query.Whole("rows", Default.ChainSide, MinChainSide, RadiographSide),
            ChainKind = query.Choice("maps", Default.ChainKind),
            Map = query.Whole("map", Default.Map, 0, Halving.Most),
            Picture = query.Choice("picture", Default.Picture),
            Period = query.Whole("period", Default.Period, MinPeriod, MaxPeriod),
            Shift = query.Whole("shift", Default.Shift, 0, ShiftStudy.MaxShift),
            Noise = query.Choice("noise", Default.Noise),
            NoiseWindow = query.Whole("nk", Default.NoiseWindow, MinWindow, MaxWindow),
        };

    /// <inheritdoc/>
    public void Write(QueryWriter query) =>
        query
            .Number("n", Side, Default.Side)
            .Number("k", Window, Default.Window)
            .Number("s", Stride, Default.Stride)
            .Choice("pool", Kind, Default.Kind)
            .Choice("way", Direction, Default.Direction)
            .Number("seed", Seed, Default.Seed)
            .Text("edits", Edits)
            .Text("grads", Gradients)
            .Number("cell", Cell, Default.Cell)
            .Number("out", Output, Default.Output)
            .Number("patient", Patient, Default.Patient)
            .Number("dose", Exposure, Default.Exposure)
            .Number("rows", ChainSide, Default.ChainSide)
            .Choice("maps", ChainKind, Default.ChainKind)
            .Number("map", Map, Default.Map)
            .Choice("picture", Picture, Default.Picture)
            .Number("period", Period, Default.Period)
            .Number("shift", Shift, Default.Shift)
            .Choice("noise", Noise, Default.Noise)
            .Number("nk", NoiseWindow, Default.NoiseWindow);
}
