using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Inspection;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>Step 9 without its looks.</summary>
public sealed class PipelineLesson : Lesson<PipelineState>, IDisposable
{
    private const double StagesPerSecond = 0.9;

    private readonly Kept<StageMaps> _maps = new();
    private readonly Kept<Overlap> _overlap = new();
    private readonly Kept<float[]> _scores = new();
    private readonly Kept<object> _likeness = new();

    /// <summary>Makes it at its default state; nothing is computed yet.</summary>
    public PipelineLesson(IFrameClock frames, INetworkRunnerFactory runners)
    {
        Bench = new PipelineBench(frames, runners);
        Player = new Player(frames, _ => Advance()) { Speed = StagesPerSecond };
        Tasks = PipelineTasks.For(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LessonTask> Tasks { get; }

    /// <summary>What takes longer than a frame.</summary>
    public PipelineBench Bench { get; }

    /// <summary>Runs the pipeline.</summary>
    public Player Player { get; }

    /// <summary>How the trained model came about.</summary>
    public static TrainingRecord Record => TrainedModel.Loaded.Record;

    /// <summary>The thirteen stages on show.</summary>
    public Pipeline Pipeline => Pipeline.Of(State.Architecture);

    /// <summary>The chosen one; null until one is chosen.</summary>
    public PipelineStage? Stage => State.Stage is { } stage ? Pipeline.Stages[stage] : null;

    /// <summary>The numbers at the chosen stage: activations or gradients. Null where there are none (yet).</summary>
    public StageMaps? Maps =>
        Stage is { } stage && State.Architecture == Architecture.Trained && Bench.Chain is { } chain
            ? _maps.Get((chain, stage.Index, State.Direction), () => MapsOf(chain, stage, State.Direction))
            : null;

    /// <summary>The map that is shown large.</summary>
    public int Channel => Maps is { } maps ? Math.Min(State.Channel, maps.Count - 1) : 0;

    /// <summary>Row of the chosen place in it.</summary>
    public int Row => Maps is { } maps ? Math.Min(State.Row, maps.Rows - 1) : 0;

    /// <summary>Column of the chosen place in it.</summary>
    public int Column => Maps is { } maps ? Math.Min(State.Column, maps.Columns - 1) : 0;

    /// <summary>The number there.</summary>
    public float Value => Maps is { } maps ? maps.Values[maps.IndexOf(Channel, Row, Column)] : 0;

    /// <summary>The pixels that the chosen number depends on: its receptive field, cut at the edges. Null without numbers.</summary>
    public PixelRectangle? Seen =>
        Stage is not { } stage || Maps is not { } maps ? null
        : stage.Last < 0 ? new PixelRectangle(Row, Column, 1, 1)
        : stage.Output.IsVector ? PixelRectangle.SeenBy(stage.Spec, stage.Last, maps.IndexOf(0, Row, Column), row: 0, column: 0)
        : PixelRectangle.SeenBy(stage.Spec, stage.Last, Channel, Row, Column);

    /// <summary>The softmax scores of normal and pneumonia; null until there are some.</summary>
    public float[]? Scores =>
        Bench.Chain is { } chain
            ? _scores.Get(
                chain,
                () =>
                {
                    float[] scores = new float[2];
                    chain.Spec.Loss.Scores(chain.Output(chain.Spec.Layers.Count - 1), scores);
                    return scores;
                }
            )
            : null;

    /// <summary>The logit of pneumonia less that of normal: above 0 the network says pneumonia. Null until it is there.</summary>
    public double? Margin => Bench.Chain is { } chain ? MarginOf(chain) : null;

    /// <summary>The same once the lesion's pixels are those of the same patient in health.</summary>
    public double? MarginWithout => Bench.Without is { } chain ? MarginOf(chain) : null;

    /// <summary>The saliency map on show; null until it is made.</summary>
    public SaliencyMap? Saliency => Bench.Map(State.Method, State.Weights);

    /// <summary>Its overlap with the true mask; null without a map or a lesion.</summary>
    public Overlap? Overlap =>
        Saliency is { } map && Bench.Shot is { HasLesion: true } shot
            ? _overlap.Get((map, shot, State.Cut), () => Overlap.Of(map, shot.Mask, State.Cut / 100.0))
            : null;

    /// <summary>How alike the maps of the random and the trained weights order the pixels; null unless both are there.</summary>
    public double? Likeness =>
        State.Weights == Weights.Random
        && Bench.Map(State.Method, Weights.Random) is { } random
        && Bench.Map(State.Method, Weights.Trained) is { } trained
            ? _likeness.Get((random, trained), () => RankCorrelation.Of(trained.Values, random.Values) ?? (object)"none")
                as double?
            : null;

    public void ChooseStage(int stage)
    {
        Player.Pause();
        Go(stage, HistoryEntry.New);
    }

    /// <summary>One stage on or back; from none to the first in that direction.</summary>
    public void Step(int stages)
    {
        Player.Pause();
        Go(State.Stage is { } stage ? stage + stages : Start, HistoryEntry.Same);
    }

    /// <summary>Shows one stage after another, from the first; or pauses, or goes on.</summary>
    public Task RunAsync()
    {
        if (!Player.IsRunning && (State.Stage is null || State.Stage == End))
        {
            Go(Start, HistoryEntry.New);
        }

        return Player.ToggleAsync();
    }

    public void Choose(Architecture architecture) => Set(State with { Architecture = architecture }, HistoryEntry.New);

    public void Choose(Direction direction) => Set(State with { Direction = direction }, HistoryEntry.New);

    public void ChoosePart(SetPart part) =>
        Set(State with { Part = part, Number = Math.Min(State.Number, PipelineState.MostNumber(part)) }, HistoryEntry.New);

    public void ChooseLabel(bool pneumonia) => Set(State with { Pneumonia = pneumonia }, HistoryEntry.New);

    public void ChooseNumber(double number) => Set(State with { Number = Whole(number, State.Number, MostNumber) });

    public void NextPatient() => Set(State with { Number = (State.Number % MostNumber) + 1 }, HistoryEntry.New);

    public void ShowMap(int map) => Set(State with { Channel = Math.Clamp(map, 0, Math.Max(0, (Maps?.Count ?? 1) - 1)) });

    public void Point(int row, int column)
    {
        Set(State with { Row = Within(row), Column = Within(column) });

        static int Within(int place) => Math.Clamp(place, 0, PipelineState.MostPlace);
    }

    public void Scale(bool own) => Set(State with { OwnScale = own }, HistoryEntry.New);

    public void Choose(SaliencyMethod method) => Set(State with { Method = method }, HistoryEntry.New);

    public void Choose(Weights weights) => Set(State with { Weights = weights }, HistoryEntry.New);

    public void NewWeights() =>
        Set(State with { WeightSeed = (State.WeightSeed % PipelineState.MostSeed) + 1 }, HistoryEntry.New);

    public void CutAt(double percent) =>
        Set(State with { Cut = Math.Max(PipelineState.LeastCut, Whole(percent, State.Cut, PipelineState.MostCut)) });

    /// <inheritdoc/>
    public override void Reset()
    {
        Player.Pause();
        base.Reset();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Player.Dispose();
        Bench.Dispose();
    }

    /// <summary>The numbers of one stage of a chain.</summary>
    public static StageMaps MapsOf(LayerChain chain, PipelineStage stage, Direction direction) =>
        new(stage.Output, stage.Input, direction == Direction.Forward ? chain.Output(stage.Last) : chain.Gradient(stage.Last));

    /// <inheritdoc/>
    protected override void OnChanged(PipelineState before) => Bench.Want(State);

    private static double MarginOf(LayerChain chain) => TrainedModel.Margins(chain.Output(chain.Spec.Layers.Count - 1))[0];

    private int MostNumber => PipelineState.MostNumber(State.Part);

    private int Start => State.Direction == Direction.Forward ? 0 : Pipeline.StageCount - 1;

    private int End => State.Direction == Direction.Forward ? Pipeline.StageCount - 1 : 0;

    private bool Advance()
    {
        Go((State.Stage ?? Start) + (State.Direction == Direction.Forward ? 1 : -1), HistoryEntry.Same);
        return State.Stage != End;
    }

    // The chosen place stays over the same part of the image, where there is an image.
    private void Go(int stage, HistoryEntry entry)
    {
        int next = Math.Clamp(stage, 0, Pipeline.StageCount - 1);
        int before = Pipeline.Trained.Stages[State.Stage ?? 0].Output.Height;
        int after = Pipeline.Trained.Stages[next].Output.Height;
        (int row, int column) =
            before > 1 && after > 1 ? (State.Row * after / before, State.Column * after / before) : PipelineState.Home(next);
        Set(
            State with
            {
                Stage = next,
                Row = Math.Min(row, PipelineState.MostPlace),
                Column = Math.Min(column, PipelineState.MostPlace),
            },
            entry
        );
    }

    private static int Whole(double value, int fallback, int most) =>
        double.IsNaN(value) ? fallback : (int)Math.Round(Math.Clamp(value, 1, most), MidpointRounding.AwayFromZero);
}
