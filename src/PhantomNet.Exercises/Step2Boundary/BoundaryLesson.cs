using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>Step 2 without its looks.</summary>
public sealed class BoundaryLesson : Lesson<BoundaryState>, IDisposable
{
    private const double TrainingMsPerFrame = 9;

    private readonly IFrameClock _frames;
    private readonly WorkQueue _work;
    private readonly Workbench _bench;
    private readonly TrainingLoop _training;
    private readonly PlaneDrawing _drawing;
    private bool _built;
    private int _lastEpoch;

    /// <summary>Starts with no network; <see cref="EnsureBuilt"/> makes it.</summary>
    /// <param name="runners">Makes the engine.</param>
    /// <param name="frames">Gives the pace.</param>
    public BoundaryLesson(INetworkRunnerFactory runners, IFrameClock frames)
    {
        _frames = frames;
        _work = new WorkQueue(error => Failed?.Invoke(error));
        _bench = new Workbench(runners);
        _training = new TrainingLoop(frames, TrainingMsPerFrame, TrainUnitsAsync, LookAsync);
        _drawing = new PlaneDrawing(Field, frames, () => Drawn?.Invoke());
        Tasks = BoundaryTasks.For(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LessonTask> Tasks { get; }

    /// <summary>Raised when numbers have moved: at most once a frame.</summary>
    public event Action? Ticked;

    /// <summary>Raised when the field of the plane has been computed anew, in part or whole.</summary>
    public event Action? Drawn;

    /// <summary>Raised when work in the background failed.</summary>
    public event Action<Exception>? Failed;

    /// <summary>The square that is shown.</summary>
    public static PlaneScale Scale { get; } = new(-1.2, 1.2, 480);

    /// <summary>The points of the present state.</summary>
    public BoundaryPoints Points => _bench.Points;

    /// <summary>The network in training; null where there is nothing to train on.</summary>
    public Experiment? Experiment => _bench.Experiment;

    /// <summary>What the network answers all over the plane.</summary>
    public PlaneField Field { get; } = new(Scale);

    /// <summary>Why nothing can be trained, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>What a pointer on the plane does.</summary>
    public PointTool Tool { get; set; }

    /// <summary>Where the keyboard's crosshair stands; null while it isn't used.</summary>
    public (double X1, double X2)? Crosshair { get; private set; }

    /// <summary>Whether it is training now.</summary>
    public bool IsTraining => _training.IsRunning;

    /// <summary>How fast this network has been training on the engine that it has now: epochs by time.</summary>
    public Speedometer Speed { get; } = new();

    /// <summary>The record that is looked at in place of the present; null for the present.</summary>
    public TrainingRecord? Viewed { get; private set; }

    /// <summary>The moment that is shown: the one looked at, or the present.</summary>
    public TrainingRecord? Shown => Viewed ?? Experiment?.Now;

    /// <summary>The hidden neuron whose own picture is shown in place of the score; null for the score.</summary>
    public NeuronPlace? Focus { get; private set; }

    /// <summary>Completes when the network fits the state; carries what went wrong.</summary>
    public Task Ready => _work.Ready;

    /// <summary>Makes the first network, if the address hasn't.</summary>
    public void EnsureBuilt()
    {
        if (!_built)
        {
            _ = Rebuild();
        }
    }

    /// <summary>
    /// Trains until it is paused, diverges or has done <see cref="Experiment.MaxEpochs"/>, or so many epochs more. Where it trains
    /// already, it does no more than these.
    /// </summary>
    public async Task TrainAsync(int? epochs = null)
    {
        await _work.AddAsync(GoToViewedAsync);
        _lastEpoch = epochs is { } more && Experiment is not null ? Experiment.Trainer.Epoch + more : int.MaxValue;
        if (Experiment is { CanTrain: true } && !IsTraining)
        {
            Speed.Start();
            Task run = _training.RunAsync();
            Ticked?.Invoke();
            await run;
            Ticked?.Invoke();
        }
    }

    /// <summary>Trains no further.</summary>
    public Task PauseAsync()
    {
        _training.Stop();
        return _work.AddAsync(PauseNowAsync);
    }

    /// <summary>Trains one minibatch, or to the end of the epoch.</summary>
    public Task StepAsync(bool wholeEpoch) => _work.AddAsync(() => StepNowAsync(wholeEpoch));

    /// <summary>Back to epoch 0 and the same first weights.</summary>
    public Task RestartAsync() => Rebuild();

    /// <summary>Looks at a moment of the record; the last is the present.</summary>
    public void View(int record)
    {
        if (Experiment is { } experiment && !IsTraining)
        {
            bool present = record < 0 || record >= experiment.Records.Count - 1;
            Viewed = present ? null : experiment.Records[record];
            experiment.Show(Shown!.Snapshot.State.Parameters);
            Redraw();
            Ticked?.Invoke();
        }
    }

    /// <summary>Shows a hidden neuron's own picture, or the score again.</summary>
    public void FocusOn(NeuronPlace? neuron)
    {
        Focus = neuron;
        Ticked?.Invoke();
        Drawn?.Invoke();
    }

    /// <summary>Puts the crosshair there, or takes it away.</summary>
    public void Aim((double X1, double X2)? at)
    {
        Crosshair = at;
        Ticked?.Invoke();
    }

    /// <summary>Makes a new state from the present one.</summary>
    public void Change(Func<BoundaryState, BoundaryState> change, HistoryEntry entry = HistoryEntry.New) =>
        Set(change(State), entry);

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _ = Rebuild();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _training.Dispose();
        _drawing.Dispose();
        _ = _work.AddAsync(ReleaseAsync);
    }

    /// <inheritdoc/>
    protected override void OnChanged(BoundaryState before)
    {
        if (!_built || _bench.NeedsNew(State) || _bench.NeedsOther(State))
        {
            _built = true;
            _ = _work.AddAsync(FitAsync);
        }
        else if (State.Threshold != before.Threshold)
        {
            Drawn?.Invoke();
            Ticked?.Invoke();
        }
    }

    private Task Rebuild()
    {
        _built = true;
        return _work.AddAsync(BuildAsync);
    }

    // When its turn comes, the state may have moved on, or back: a slider is faster than an engine. What asks for another network has
    // work of its own to do, and a network is copied and judged on all points: that is for a task of its own.
    private async Task FitAsync()
    {
        if (_bench.State is not null)
        {
            await _frames.NextTaskAsync();
        }

        await (
            _bench.NeedsNew(State) ? BuildAsync()
            : _bench.NeedsOther(State) ? RefitAsync()
            : Task.CompletedTask
        );
    }

    private async Task BuildAsync()
    {
        await _training.StopAsync();
        await _bench.BuildAsync(State);
        Focus = null;
        ShowBench();
    }

    // Training goes on from where it is.
    private async Task RefitAsync()
    {
        bool wasTraining = IsTraining;
        await _training.StopAsync();
        await _bench.RefitAsync(State);
        ShowBench();
        if (wasTraining && Experiment is not null)
        {
            _work.Watch(_training.RunAsync());
        }
    }

    private void ShowBench()
    {
        Problem = Experiment is null ? "There is no point to train on. Add some on the plane, or draw new points." : null;
        Viewed = null;
        Speed.Forget();
        _drawing.Take(Experiment?.Shown);
        Redraw();
        Ticked?.Invoke();
    }

    private async Task ReleaseAsync()
    {
        await _training.StopAsync();
        await _bench.ReleaseAsync();
    }

    private async Task PauseNowAsync()
    {
        await _training.StopAsync();
        await LookAsync();
    }

    private async Task StepNowAsync(bool wholeEpoch)
    {
        await _training.StopAsync();
        await GoToViewedAsync();
        if (Experiment is { CanTrain: true } experiment)
        {
            await (wholeEpoch ? experiment.TrainEpochAsync() : experiment.TrainMinibatchAsync());
            await LookAsync();
        }
    }

    /// <summary>Goes back to the moment that is looked at, if there is one.</summary>
    public async Task GoToViewedAsync()
    {
        if (Viewed is { } viewed)
        {
            Viewed = null;
            await Experiment!.GoBackAsync(viewed);
            Redraw();
        }
    }

    private async ValueTask<int> TrainUnitsAsync(int minibatches, CancellationToken cancellation)
    {
        if (Experiment is not { CanTrain: true } experiment || experiment.Trainer.Epoch >= _lastEpoch)
        {
            return 0;
        }

        int done = (await experiment.TrainAsync(minibatches, _lastEpoch)).Minibatches;
        Speed.Add(experiment.Engine, _frames.NowMs, (double)done / experiment.Trainer.MinibatchesPerEpoch);
        return done;
    }

    private async Task LookAsync()
    {
        if (Experiment is { } experiment)
        {
            await experiment.LookAsync();
            Redraw();
        }

        Ticked?.Invoke();
    }

    private void Redraw() => _work.Watch(_drawing.RedrawAsync());
}
