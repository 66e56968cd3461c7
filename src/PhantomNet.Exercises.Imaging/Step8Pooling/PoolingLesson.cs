using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>Step 8 without its looks.</summary>
public sealed class PoolingLesson : Lesson<PoolingState>, IDisposable
{
    private object? _gridKey;
    private GridPool? _grid;
    private Halving? _halving;

    /// <summary>Makes it at its default state; nothing runs yet.</summary>
    public PoolingLesson(IFrameClock frames)
    {
        Bench = new PoolingBench(frames);
        Tasks = PoolingTasks.For(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LessonTask> Tasks { get; }

    /// <summary>What takes longer than a frame.</summary>
    public PoolingBench Bench { get; }

    /// <summary>The grid on the stage, pooled.</summary>
    public GridPool Grid
    {
        get
        {
            object key = (State.Side, State.Window, State.Stride, State.Kind, State.Seed, State.Edits, State.Gradients);
            if (_grid is null || !key.Equals(_gridKey))
            {
                _gridKey = key;
                _grid = new GridPool(State);
            }

            return _grid;
        }
    }

    /// <summary>The sizes of five poolings.</summary>
    public Halving Halving =>
        _halving?.Sides[0] == State.ChainSide ? _halving : _halving = new Halving(State.ChainSide, State.ChainKind);

    /// <summary>The chosen number of the grid, as an index into it.</summary>
    public int Cell => Within(State.Cell, State.Side);

    /// <summary>The chosen output, as an index into the outputs.</summary>
    public int Output => Within(State.Output, Grid.OutputSide);

    /// <summary>The exposure of the radiograph in mAs.</summary>
    public double MAs => PoolingState.Exposures[State.Exposure];

    /// <inheritdoc/>
    public override void Reset()
    {
        Bench.ForgetSimulated();
        base.Reset();
    }

    /// <inheritdoc/>
    public void Dispose() => Bench.Dispose();

    public void Resize(int side) => Set(State with { Side = side }, HistoryEntry.New);

    /// <summary>Takes another window, side by side with its neighbours as is usual.</summary>
    public void ChooseWindow(int window) => Set(State with { Window = window, Stride = window }, HistoryEntry.New);

    public void ChooseStride(int stride) => Set(State with { Stride = stride }, HistoryEntry.New);

    public void ChoosePool(PoolKind kind) => Set(State with { Kind = kind }, HistoryEntry.New);

    public void Go(GridDirection direction) => Set(State with { Direction = direction }, HistoryEntry.New);

    public void DrawNumbers() => Set(State with { Seed = Next(State.Seed), Edits = "" }, HistoryEntry.New);

    public void SelectCell(int cell) => Set(State with { Cell = Place(cell, State.Side) });

    public void SelectOutput(int output) => Set(State with { Output = Place(output, Grid.OutputSide) });

    /// <summary>Puts a number in the chosen place of the grid.</summary>
    public void PutNumber(double value) =>
        Set(State with { Edits = GridEdits.With(State.Edits, Place(Cell, State.Side), Whole(value, (int)Grid.Input[Cell])) });

    /// <summary>Sends another gradient back from the chosen output.</summary>
    public void PutGradient(double value)
    {
        int place = Place(Output, Grid.OutputSide);
        Set(State with { Gradients = GridEdits.With(State.Gradients, place, Whole(value, (int)Grid.OutputGradient[Output])) });
    }

    /// <summary>A gradient of 1 from every output again.</summary>
    public void EvenGradients() => Set(State with { Gradients = "" }, HistoryEntry.New);

    public void NewPatient() => Set(State with { Patient = Next(State.Patient) }, HistoryEntry.New);

    public void Expose(int exposure) =>
        Set(State with { Exposure = Math.Clamp(exposure, 0, PoolingState.Exposures.Count - 1) }, HistoryEntry.New);

    public void Crop(double side) =>
        Set(State with { ChainSide = Whole(side, State.ChainSide, PoolingState.MinChainSide, PoolingState.RadiographSide) });

    public void ChooseChainPool(PoolKind kind) => Set(State with { ChainKind = kind }, HistoryEntry.New);

    public void ShowMap(int map) => Set(State with { Map = Math.Clamp(map, 0, Halving.Most) }, HistoryEntry.New);

    public void ShiftThe(ShiftPicture picture) => Set(State with { Picture = picture }, HistoryEntry.New);

    public void Space(double period) =>
        Set(State with { Period = Whole(period, State.Period, PoolingState.MinPeriod, PoolingState.MaxPeriod) });

    public void ShiftBy(double pixels) => Set(State with { Shift = Whole(pixels, State.Shift, 0, ShiftStudy.MaxShift) });

    public void PoolNoise(NoiseField noise) => Set(State with { Noise = noise }, HistoryEntry.New);

    public void ChooseNoiseWindow(int window) => Set(State with { NoiseWindow = window }, HistoryEntry.New);

    /// <inheritdoc/>
    protected override void OnChanged(PoolingState before) => Bench.Want(State);

    private static int Within(int place, int side) =>
        (Math.Min(place / GridEdits.Side, side - 1) * side) + Math.Min(place % GridEdits.Side, side - 1);

    private static int Place(int index, int side) => GridEdits.Place(index / side, index % side);

    private static int Next(int seed) => (seed % PoolingState.MaxSeed) + 1;

    private static int Whole(double value, int fallback, int min = -GridEdits.Largest, int max = GridEdits.Largest) =>
        double.IsNaN(value) ? fallback : (int)Math.Round(Math.Clamp(value, min, max), MidpointRounding.AwayFromZero);
}
