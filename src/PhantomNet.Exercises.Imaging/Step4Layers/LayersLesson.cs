using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>Step 4 without its looks.</summary>
public sealed class LayersLesson : Lesson<LayersState>, IDisposable
{
    private readonly Kept<Architecture> _architecture = new();
    private int? _hovered;

    /// <summary>Makes it at its default state; nothing runs yet.</summary>
    public LayersLesson(IFrameClock frames, TrainedModel model, INetworkRunnerFactory runners)
    {
        Bench = new LayersBench(frames, model, runners);
        Tasks = LayersTasks.For(this);
    }

    /// <summary>Raised when the pointer goes to another unit, or away.</summary>
    public event Action? Hovered;

    /// <inheritdoc/>
    public override IReadOnlyList<LessonTask> Tasks { get; }

    /// <summary>What takes longer than a frame.</summary>
    public LayersBench Bench { get; }

    /// <summary>The network on the stage.</summary>
    public Architecture Architecture =>
        _architecture.Get(
            (State.Layers, State.Filters, State.Pooled),
            () => new Architecture(State.Layers, State.Filters, State.Pooled)
        );

    /// <summary>The unit that is looked into: the one under the pointer, else the chosen one.</summary>
    public int Unit => _hovered ?? State.Unit;

    /// <summary>What the survey says of the network that is looked into.</summary>
    public NetworkSurvey Looked => State.Untrained ? Bench.Survey.Untrained : Bench.Survey.Trained;

    /// <summary>The index of the test patient that a state shows: the odd ones have pneumonia.</summary>
    public static int PatientIndex(LayersState state) => (2 * (state.Patient - 1)) + (state.Ill ? 1 : 0);

    /// <inheritdoc/>
    public override void Reset()
    {
        Bench.Forget();
        base.Reset();
    }

    /// <inheritdoc/>
    public void Dispose() => Bench.Dispose();

    public void ChooseLayers(double layers)
    {
        int count = Whole(layers, State.Layers, LayersState.MinLayers, LayersState.MaxLayers);
        Set(State with { Layers = count, Layer = Math.Min(State.Layer, count) });
    }

    public void ChooseFilters(double filters) =>
        Set(State with { Filters = Whole(filters, State.Filters, LayersState.MinFilters, LayersState.MaxFilters) });

    public void Pool(bool pooled) => Set(State with { Pooled = pooled }, HistoryEntry.New);

    public void LookAtLayer(int layer) => Set(State with { Layer = Math.Clamp(layer, 1, State.Layers) }, HistoryEntry.New);

    public void PointAt(int row, int column) =>
        Set(
            State with
            {
                Row = Math.Clamp(row, 0, Architecture.Side - 1),
                Column = Math.Clamp(column, 0, Architecture.Side - 1),
            }
        );

    public void NextPatient() => Set(State with { Patient = (State.Patient % LayersState.MaxPatient) + 1 }, HistoryEntry.New);

    public void ChooseIll(bool ill) => Set(State with { Ill = ill }, HistoryEntry.New);

    public void ShowMap(int map) => Set(State with { Map = Math.Clamp(map, 0, DesignedMap.All.Count - 1) });

    public void CompareWith(TrueMask mask) => Set(State with { Mask = mask }, HistoryEntry.New);

    public void LookInto(bool untrained) => Set(State with { Untrained = untrained }, HistoryEntry.New);

    public void ChooseUnit(int unit)
    {
        _hovered = null;
        Set(State with { Unit = Math.Clamp(unit, 0, InnerUnits.Count - 1) });
    }

    public void ChooseSurvey(int patients) => Set(State with { Survey = patients }, HistoryEntry.New);

    /// <summary>Looks at a unit for as long as the pointer stays on it; null when it goes away.</summary>
    public void Hover(int? unit)
    {
        if (unit != _hovered)
        {
            _hovered = unit;
            Hovered?.Invoke();
        }
    }

    /// <inheritdoc/>
    protected override void OnChanged(LayersState before) => Bench.Want(State);

    private static int Whole(double value, int fallback, int min, int max) =>
        double.IsNaN(value) ? fallback : (int)Math.Round(Math.Clamp(value, min, max), MidpointRounding.AwayFromZero);
}
