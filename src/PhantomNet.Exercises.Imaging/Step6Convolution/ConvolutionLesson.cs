using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Shared;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>Step 6 without its looks. What was computed is kept until something that it depends on changes.</summary>
public sealed class ConvolutionLesson : Lesson<ConvolutionState>, IDisposable
{
    private readonly Kept<WeightCurves> _curves = new();
    private readonly Kept<FeatureMap> _map = new();
    private readonly Kept<LayerMatrices> _matrices = new();
    private readonly Kept<object> _agreement = new();
    private readonly Kept<ShiftTest> _shift = new();
    private readonly Kept<LesionMove> _lesion = new();

    /// <summary>Makes it at its default state, without radiographs.</summary>
    public ConvolutionLesson(IFrameClock frames)
    {
        Images = new PatientImages(frames);
        Tour = new Player(frames, _ => Advance());
        Tasks = ConvolutionTasks.For(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LessonTask> Tasks { get; }

    /// <summary>The radiographs; they have to be taken.</summary>
    public PatientImages Images { get; }

    /// <summary>The window on its way over the image.</summary>
    public Player Tour { get; }

    /// <summary>The fully connected layer of the counts.</summary>
    public LayerCost Dense => LayerCost.Dense(channels: 1, State.Size, State.Units);

    /// <summary>The convolution of the counts.</summary>
    public LayerCost Convolution => LayerCost.Convolution(channels: 1, State.Size, State.Units);

    /// <summary>Both over the side of the image.</summary>
    public WeightCurves Curves => _curves.Get(State.Units, () => new WeightCurves(State.Units));

    /// <summary>The nine weights in the window.</summary>
    public float[] Weights => KernelWeights.Of(State.Kernel, State.WeightSeed);

    /// <summary>What they make of the small radiograph; null until it is taken.</summary>
    public FeatureMap? Map =>
        Images.Window is { } image
            ? _map.Get((image, State.Kernel, State.WeightSeed), () => new FeatureMap(image.Pixels, image.Side, Weights))
            : null;

    /// <summary>Where the window lies on the image: cut at its border.</summary>
    public PixelRectangle Patch =>
        PixelRectangle.SeenBy(KernelWeights.Layer(ConvolutionState.WindowSide, stride: 1), 0, 0, State.Row, State.Column);

    /// <summary>How many outputs the window has filled when it stands where it stands.</summary>
    public int Place => (State.Row * ConvolutionState.WindowSide) + State.Column + 1;

    /// <summary>The layer as a matrix, in three ways.</summary>
    public LayerMatrices Matrices =>
        _matrices.Get((State.MatrixSide, State.WeightSeed), () => new LayerMatrices(State.MatrixSide, State.WeightSeed));

    /// <summary>The one that is shown.</summary>
    public LayerMatrix Matrix => Matrices[State.Sharing];

    /// <summary>The largest difference between the convolution and the matrix, on the radiograph made small; null until it is taken.</summary>
    public double? Agreement =>
        State.Sharing == Sharing.Shared && Images.Home is { } image
            ? (double)
                _agreement.Get((image, Matrix), () => Matrices.DifferenceFromConvolution(Matrix, Reduced(image, Matrix.Side)))
            : null;

    /// <summary>The whole image moved; null until it is taken.</summary>
    public ShiftTest? Shift =>
        Images.Home is { } image
            ? _shift.Get(
                (image, State.Kernel, State.WeightSeed, State.Stride, State.Right, State.Down),
                () => ShiftWith(State.Stride)!
            )
            : null;

    /// <summary>The lesion before and after the move; null until the radiographs are taken.</summary>
    public LesionMove? Lesion => Images.Home is { } home && Arrived(home) is { } after ? MoveOf(home, after) : null;

    /// <summary>The fully connected layer whose arithmetic is counted.</summary>
    public LayerCost DenseCost => LayerCost.Dense(State.Channels, State.CostSize, State.Neurons);

    /// <summary>The convolution whose arithmetic is counted.</summary>
    public LayerCost ConvolutionCost => LayerCost.Convolution(State.Channels, State.CostSize, State.Filters);

    /// <summary>The same move with another stride.</summary>
    public ShiftTest? ShiftWith(int stride) =>
        Images.Home is { } image ? new ShiftTest(image.Pixels, image.Side, Weights, stride, State.Right, State.Down) : null;

    public void Resize(int size) => Set(State with { Size = size }, HistoryEntry.New);

    public void SetUnits(double units) => Set(State with { Units = Units(units, State.Units) });

    public void Scale(bool logarithmic) => Set(State with { Logarithmic = logarithmic }, HistoryEntry.New);

    public void Choose(KernelKind kernel) => Set(State with { Kernel = kernel }, HistoryEntry.New);

    public void NewWeights() =>
        Set(State with { WeightSeed = (State.WeightSeed % ConvolutionState.MaxSeed) + 1 }, HistoryEntry.New);

    public void NextPatient() => Set(State with { Patient = (State.Patient % ConvolutionState.MaxSeed) + 1 }, HistoryEntry.New);

    public void MoveWindow(int row, int column)
    {
        const int last = ConvolutionState.WindowSide - 1;
        Set(State with { Row = Math.Clamp(row, 0, last), Column = Math.Clamp(column, 0, last) });
    }

    public void Share(Sharing sharing) => Set(State with { Sharing = sharing }, HistoryEntry.New);

    public void ResizeMatrix(int side) =>
        Set(State with { MatrixSide = side, Output = ConvolutionState.MiddleOutput(side) }, HistoryEntry.New);

    public void ShowOutput(int output) =>
        Set(State with { Output = Math.Clamp(output, 0, (State.MatrixSide * State.MatrixSide) - 1) });

    public void Move(Moves what) => Set(State with { Moves = what }, HistoryEntry.New);

    public void MoveRight(double pixels) => Set(State with { Right = Pixels(pixels, State.Right) });

    public void MoveDown(double pixels) => Set(State with { Down = Pixels(pixels, State.Down) });

    /// <summary>Moves so far that the middle of the lesion comes to lie here.</summary>
    public void MoveLesionTo(int row, int column)
    {
        if (Images.Home?.LesionMiddle is { } home)
        {
            Set(State with { Right = Pixels(column - home.Column, State.Right), Down = Pixels(row - home.Row, State.Down) });
        }
    }

    public void Stride(int stride) => Set(State with { Stride = Math.Clamp(stride, 1, 2) }, HistoryEntry.New);

    public void ResizeCost(int size) => Set(State with { CostSize = size }, HistoryEntry.New);

    public void SetChannels(int channels) => Set(State with { Channels = channels }, HistoryEntry.New);

    public void SetNeurons(double neurons) => Set(State with { Neurons = Units(neurons, State.Neurons) });

    public void SetFilters(double filters) => Set(State with { Filters = Units(filters, State.Filters) });

    /// <inheritdoc/>
    public override void Reset()
    {
        Tour.Pause();
        base.Reset();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Tour.Dispose();
        Images.Dispose();
    }

    // Row by row; from the last place back to the first.
    private bool Advance()
    {
        int count = ConvolutionState.WindowSide * ConvolutionState.WindowSide;
        int place = Place % count;
        MoveWindow(place / ConvolutionState.WindowSide, place % ConvolutionState.WindowSide);
        return place < count - 1;
    }

    private TakenImage? Arrived(TakenImage home) =>
        State is { Right: 0, Down: 0 } ? home
        : State.Moves == Moves.Lesion ? Images.Moved
        : Shift is { } shift ? new TakenImage(home.Side, shift.Moved, shift.MovedMask(home.Lesion))
        : null;

    private LesionMove MoveOf(TakenImage home, TakenImage after) =>
        _lesion.Get(
            // An image moved by hand is made anew each time: what it was made from stands for it.
            (
                home,
                State.Moves == Moves.Lesion ? after : null,
                State.Kernel,
                State.WeightSeed,
                State.Stride,
                State.Right,
                State.Down
            ),
            () => new LesionMove(home, after, Weights, State.Stride)
        );

    private static float[] Reduced(TakenImage image, int side)
    {
        NetworkSpec pooling = new(
            new Shape(1, image.Side, image.Side),
            Loss.MeanSquaredError,
            new AveragePoolingSpec(image.Side / side)
        );
        return new Network(pooling).Forward(image.Pixels, batch: 1).ToArray();
    }

    private static int Units(double units, int fallback) => double.IsNaN(units) ? fallback : ConvolutionState.Stepped(units);

    private static int Pixels(double pixels, int fallback) =>
        double.IsNaN(pixels)
            ? fallback
            : (int)Math.Clamp(Math.Round(pixels), -ConvolutionState.MaxShift, ConvolutionState.MaxShift);
}
