using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>Step 2 without its looks.</summary>
public sealed class BoundaryLesson : Lesson<BoundaryState>, IDisposable
{
    private const double TrainingMsPerFrame = 11;
    private const double DrawingMsPerFrame = 6;

    private readonly INetworkRunnerFactory _runners;
    private readonly TrainingLoop _training;
    private readonly TrainingLoop _drawing;
    private bool _fieldIsOld;
    private bool _built;

    /// <summary>Starts with no network; <see cref="EnsureBuilt"/> makes it.</summary>
    /// <param name="runners">Makes the engine.</param>
    /// <param name="frames">Gives the pace.</param>
    public BoundaryLesson(INetworkRunnerFactory runners, IFrameClock frames)
    {
        _runners = runners;
        _training = new TrainingLoop(frames, TrainingMsPerFrame, TrainUnitsAsync, AfterTrainingSliceAsync);
        _drawing = new TrainingLoop(frames, DrawingMsPerFrame, DrawRowsAsync, AfterDrawingSliceAsync);
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
    public BoundaryPoints Points { get; private set; } = new(BoundaryState.Default);

    /// <summary>The network in training; null where there is nothing to train on.</summary>
    public Experiment? Experiment { get; private set; }

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

    /// <summary>The record that is looked at in place of the present; null for the present.</summary>
    public TrainingRecord? Viewed { get; private set; }

    /// <summary>The moment that is shown: the one looked at, or the present.</summary>
    public TrainingRecord? Shown => Viewed ?? Experiment?.Now;

    /// <summary>The hidden neuron whose own picture is shown in place of the score; null for the score.</summary>
    public NeuronPlace? Focus { get; private set; }

    /// <summary>Completes when the network fits the state; carries what went wrong.</summary>
    public Task Ready { get; private set; } = Task.CompletedTask;

    /// <summary>Makes the first network, if the address hasn't.</summary>
    public void EnsureBuilt()
    {
        if (!_built)
        {
            Then(BuildAsync);
        }
    }

    /// <summary>Trains until it is paused, diverges or has done <see cref="Experiment.MaxEpochs"/>.</summary>
    public async Task TrainAsync()
    {
        await Ready;
        await GoToViewedAsync();
        if (Experiment is { CanTrain: true } && !IsTraining)
        {
            Task run = _training.RunAsync();
            Ticked?.Invoke();
            await run;
            Ticked?.Invoke();
        }
    }

    /// <summary>Trains no further.</summary>
    public async Task PauseAsync()
    {
        await _training.StopAsync();
        await LookAsync();
    }

    /// <summary>Trains one minibatch, or to the end of the epoch.</summary>
    public async Task StepAsync(bool wholeEpoch)
    {
        await Ready;
        await _training.StopAsync();
        await GoToViewedAsync();
        if (Experiment is { CanTrain: true } experiment)
        {
            await (wholeEpoch ? experiment.TrainEpochAsync() : experiment.TrainMinibatchAsync());
            await LookAsync();
        }
    }

    /// <summary>Back to epoch 0 and the same first weights.</summary>
    public Task RestartAsync()
    {
        Then(BuildAsync);
        return Ready;
    }

    /// <summary>Looks at a moment of the record; the last is the present.</summary>
    public void View(int record)
    {
        if (Experiment is { } experiment && !IsTraining)
        {
            bool present =
                record >= experiment.Records.Count || record < 0 || experiment.Records[record].Epoch == experiment.Now.Epoch;
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
        Then(BuildAsync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _training.Dispose();
        _drawing.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnChanged(BoundaryState before)
    {
        bool samePoints =
            (State.Shape, State.Count, State.Noise, State.PointSeed)
            == (before.Shape, before.Count, before.Noise, before.PointSeed);
        bool sameNetwork =
            State.WeightSeed == before.WeightSeed
            && State.Spec(State.Training.Activation).Equals(before.Spec(before.Training.Activation));
        if (!_built || !samePoints || !sameNetwork)
        {
            Then(BuildAsync);
        }
        else if (!Equals(State.Edited, before.Edited))
        {
            Then(RefitAsync);
        }
        else if (State.Training != before.Training)
        {
            Then(RetuneAsync);
        }
        else if (State.Threshold != before.Threshold)
        {
            Drawn?.Invoke();
            Ticked?.Invoke();
        }
    }

    private void Then(Func<Task> next)
    {
        _built = true;
        Ready = RunAfterAsync(Ready, next);
        Watch(Ready);
    }

    // Work that no event handler waits for tells of its failure all the same.
    private async void Watch(Task work)
    {
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (work.Exception is { } error)
        {
            Failed?.Invoke(error.InnerException ?? error);
        }
    }

    private static async Task RunAfterAsync(Task before, Func<Task> next)
    {
        // What went wrong before has been told; a new state is a new start.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await next();
    }

    private async Task BuildAsync()
    {
        await _training.StopAsync();
        await _drawing.StopAsync();
        if (Experiment is { } old)
        {
            Experiment = null;
            await old.DisposeAsync();
        }

        Viewed = null;
        Focus = null;
        Points = new BoundaryPoints(State);
        Problem = Points.Train.Count == 0 ? "There is no point to train on. Add some on the plane, or draw new points." : null;
        if (Problem is null)
        {
            Experiment = await Experiment.CreateAsync(
                _runners,
                State.Spec(State.Training.Activation),
                State.Training.Settings,
                BoundaryPoints.Samples(Points.Train),
                BoundaryPoints.Samples(Points.Test),
                State.WeightSeed
            );
            Redraw();
        }

        Ticked?.Invoke();
    }

    // Other points for the same network: its weights stay, what was recorded of the old points goes.
    private async Task RefitAsync()
    {
        Points = new BoundaryPoints(State);
        if (Experiment is null || Points.Train.Count == 0)
        {
            await BuildAsync();
            return;
        }

        await ReplaceAsync(old =>
            old.ForkAsync(_runners, State.Training.Settings, State.WeightSeed, BoundaryPoints.Samples(Points.Train))
        );
    }

    // Other settings for the same network: training goes on from where it is.
    private Task RetuneAsync() => ReplaceAsync(old => old.ForkAsync(_runners, State.Training.Settings, State.WeightSeed));

    private async Task ReplaceAsync(Func<Experiment, Task<Experiment>> replace)
    {
        if (Experiment is not { } old)
        {
            return;
        }

        bool wasTraining = IsTraining;
        await _training.StopAsync();
        Experiment = await replace(old);
        await old.DisposeAsync();
        Viewed = null;
        Redraw();
        Ticked?.Invoke();
        if (wasTraining)
        {
            Watch(_training.RunAsync());
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

    private async ValueTask<int> TrainUnitsAsync(int minibatches, CancellationToken cancellation) =>
        Experiment is { CanTrain: true } experiment ? (await experiment.TrainAsync(minibatches)).Minibatches : 0;

    private Task AfterTrainingSliceAsync() => LookAsync();

    private async Task LookAsync()
    {
        if (Experiment is { } experiment)
        {
            await experiment.LookAsync();
            Redraw();
        }

        Ticked?.Invoke();
    }

    private void Redraw()
    {
        _fieldIsOld = true;
        Watch(_drawing.RunAsync());
    }

    private ValueTask<int> DrawRowsAsync(int rows, CancellationToken cancellation)
    {
        if (Experiment is not { } experiment)
        {
            return new(0);
        }

        // A pass under way is finished first, with whatever parameters it meets: the picture never waits for a calm moment.
        if (Field.IsComplete && _fieldIsOld)
        {
            _fieldIsOld = false;
            Field.Restart(experiment.Shown);
        }

        return new(Field.Advance(experiment.Shown, rows));
    }

    private Task AfterDrawingSliceAsync()
    {
        Drawn?.Invoke();
        return Task.CompletedTask;
    }
}
