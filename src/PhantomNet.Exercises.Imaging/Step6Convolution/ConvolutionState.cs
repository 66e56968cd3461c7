using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>What step 6 shows.</summary>
public sealed record ConvolutionState : IStepState<ConvolutionState>
{
    /// <summary>Rows and columns of the image that the window slides over.</summary>
    public const int WindowSide = 28;

    /// <summary>Rows and columns of the image that is moved.</summary>
    public const int ShiftSide = 64;

    /// <summary>The farthest shift, in pixels.</summary>
    public const int MaxShift = 12;

    /// <summary>The fewest neurons or filters, and the distance between two choices.</summary>
    public const int UnitStep = 8;

    /// <summary>The most neurons or filters.</summary>
    public const int MaxUnits = 128;

    /// <summary>Seeds go from 1 to this.</summary>
    public const int MaxSeed = 999;

    /// <summary>The sides of an image that can be chosen.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [28, 64, 128, 224, 512];

    /// <summary>The sides of an image whose matrix can be shown.</summary>
    public static IReadOnlyList<int> MatrixSides { get; } = [4, 6, 8, 10];

    /// <summary>The channels that a layer can be given.</summary>
    public static IReadOnlyList<int> ChannelChoices { get; } = [1, 3, 32];

    /// <inheritdoc/>
    public static ConvolutionState Default { get; } = new();

    /// <summary>Side of the image whose weights are counted.</summary>
    public int Size { get; init; } = 28;

    /// <summary>Neurons of the one layer and filters of the other.</summary>
    public int Units { get; init; } = 32;

    /// <summary>Whether the counts' axis is logarithmic.</summary>
    public bool Logarithmic { get; init; } = true;

    /// <summary>The weights in the window.</summary>
    public KernelKind Kernel { get; init; }

    /// <summary>Decides random weights.</summary>
    public int WeightSeed { get; init; } = 1;

    /// <summary>Who is in the radiographs.</summary>
    public int Patient { get; init; } = 1;

    /// <summary>Row of the window's middle.</summary>
    public int Row { get; init; } = 10;

    /// <summary>Column of the window's middle.</summary>
    public int Column { get; init; } = 8;

    /// <summary>Which matrix is shown.</summary>
    public Sharing Sharing { get; init; }

    /// <summary>Side of the image that it is for.</summary>
    public int MatrixSide { get; init; } = 8;

    /// <summary>The output whose row is shown.</summary>
    public int Output { get; init; } = 27;

    /// <summary>What is moved.</summary>
    public Moves Moves { get; init; }

    /// <summary>Pixels to the right.</summary>
    public int Right { get; init; }

    /// <summary>Pixels downwards.</summary>
    public int Down { get; init; }

    /// <summary>Stride of the convolution of the moved image.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Side of the image whose arithmetic is counted.</summary>
    public int CostSize { get; init; } = 28;

    /// <summary>Its channels.</summary>
    public int Channels { get; init; } = 1;

    /// <summary>Neurons of the fully connected layer there.</summary>
    public int Neurons { get; init; } = 128;

    /// <summary>Filters of the convolution there.</summary>
    public int Filters { get; init; } = 32;

    /// <inheritdoc/>
    public static ConvolutionState Read(QueryReader query)
    {
        int matrixSide = OneOf(MatrixSides, query.Whole("side", Default.MatrixSide, 0, 99), Default.MatrixSide);
        return new()
        {
            Size = OneOf(Sizes, query.Whole("size", Default.Size, 0, 9999), Default.Size),
            Units = Stepped(query.Whole("n", Default.Units, UnitStep, MaxUnits)),
            Logarithmic = query.Flag("log", Default.Logarithmic),
            Kernel = query.Choice("k", Default.Kernel),
            WeightSeed = query.Whole("weights", Default.WeightSeed, 1, MaxSeed),
            Patient = query.Whole("patient", Default.Patient, 1, MaxSeed),
            Row = query.Whole("row", Default.Row, 0, WindowSide - 1),
            Column = query.Whole("col", Default.Column, 0, WindowSide - 1),
            Sharing = query.Choice("matrix", Default.Sharing),
            MatrixSide = matrixSide,
            Output = query.Whole("out", MiddleOutput(matrixSide), 0, (matrixSide * matrixSide) - 1),
            Moves = query.Choice("move", Default.Moves),
            Right = query.Whole("dx", Default.Right, -MaxShift, MaxShift),
            Down = query.Whole("dy", Default.Down, -MaxShift, MaxShift),
            Stride = query.Whole("stride", Default.Stride, 1, 2),
            CostSize = OneOf(Sizes, query.Whole("csize", Default.CostSize, 0, 9999), Default.CostSize),
            Channels = OneOf(ChannelChoices, query.Whole("channels", Default.Channels, 0, 99), Default.Channels),
            Neurons = Stepped(query.Whole("neurons", Default.Neurons, UnitStep, MaxUnits)),
            Filters = Stepped(query.Whole("filters", Default.Filters, UnitStep, MaxUnits)),
        };
    }

    /// <inheritdoc/>
    public void Write(QueryWriter query) =>
        query
            .Number("size", Size, Default.Size)
            .Number("n", Units, Default.Units)
            .Flag("log", Logarithmic, Default.Logarithmic)
            .Choice("k", Kernel, Default.Kernel)
            .Number("weights", WeightSeed, Default.WeightSeed)
            .Number("patient", Patient, Default.Patient)
            .Number("row", Row, Default.Row)
            .Number("col", Column, Default.Column)
            .Choice("matrix", Sharing, Default.Sharing)
            .Number("side", MatrixSide, Default.MatrixSide)
            .Number("out", Output, MiddleOutput(MatrixSide))
            .Choice("move", Moves, Default.Moves)
            .Number("dx", Right, Default.Right)
            .Number("dy", Down, Default.Down)
            .Number("stride", Stride, Default.Stride)
            .Number("csize", CostSize, Default.CostSize)
            .Number("channels", Channels, Default.Channels)
            .Number("neurons", Neurons, Default.Neurons)
            .Number("filters", Filters, Default.Filters);

    /// <summary>An output near the middle of such an image, whose whole window lies on it.</summary>
    public static int MiddleOutput(int side) => (((side / 2) - 1) * side) + (side / 2) - 1;

    /// <summary>The nearest number of neurons or filters that can be chosen.</summary>
    public static int Stepped(double units) =>
        (int)Math.Clamp(Math.Round(units / UnitStep, MidpointRounding.AwayFromZero) * UnitStep, UnitStep, MaxUnits);

    private static int OneOf(IReadOnlyList<int> choices, int wanted, int fallback) =>
        choices.Contains(wanted) ? wanted : fallback;
}
