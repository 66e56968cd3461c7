using PhantomNet.Networks;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>One network in training: where it is, how it got there, and a copy of it to look at.</summary>
public sealed class Experiment : IAsyncDisposable
{
    /// <summary>Training rests here, so that its record stays small enough for a phone.</summary>
    public const int MaxEpochs = 100_000;

    private readonly INetworkRunner _runner;
    private readonly SampleSet _train;
    private readonly SampleSet _test;
    private readonly int _seed;
    private readonly List<TrainingRecord> _records = [];

    private Experiment(INetworkRunner runner, SampleSet train, SampleSet test, int seed)
    {
        _runner = runner;
        _train = train;
        _test = test;
        _seed = seed;
        Trainer = new Trainer(runner, train.Count, seed);
        Shown = new Network(runner.Spec);
    }

    /// <summary>Takes the runner through the points.</summary>
    public Trainer Trainer { get; }

    /// <summary>The network with the parameters of the moment that is looked at.</summary>
    public Network Shown { get; }

    /// <summary>How that network does on both sets.</summary>
    public TrainingRecord Now { get; private set; } = null!;

    /// <summary>
    /// The moments kept, by epoch: every one to 100, then one in a hundred of the way, so that a long training costs no more
    /// than a few hundred.
    /// </summary>
    public IReadOnlyList<TrainingRecord> Records => _records;

    /// <summary>The moments kept, and the present.</summary>
    public IEnumerable<TrainingRecord> History => _records[^1].Epoch == Now.Epoch ? _records : _records.Append(Now);

    /// <summary>Whether it can be trained on.</summary>
    public bool CanTrain => !Trainer.HasDiverged && Trainer.Epoch < MaxEpochs;

    /// <summary>Makes one at epoch 0.</summary>
    public static async Task<Experiment> CreateAsync(
        INetworkRunnerFactory runners,
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        SampleSet test,
        int seed
    )
    {
        float[] parameters = Initialiser.Parameters(spec, seed);
        INetworkRunner runner = await runners.CreateAsync(spec, settings, train, parameters);
        Experiment experiment = new(runner, train, test, seed);
        await experiment.LookAsync();
        return experiment;
    }

    /// <summary>
    /// The same parameters at the present moment or <paramref name="from"/> an earlier one, trained on with other settings, points or
    /// activations. The record up to there comes along, unless the points are others.
    /// </summary>
    public async Task<Experiment> ForkAsync(
        INetworkRunnerFactory runners,
        TrainingSettings settings,
        int seed,
        SampleSet? otherTrain = null,
        NetworkSpec? otherSpec = null,
        TrainerSnapshot? from = null
    )
    {
        TrainerSnapshot snapshot = from ?? await Trainer.CopyAsync();
        SampleSet train = otherTrain ?? _train;
        NetworkSpec spec = otherSpec ?? Shown.Spec;
        INetworkRunner runner = await runners.CreateAsync(spec, settings, train, snapshot.State.Parameters);
        Experiment fork = new(runner, train, _test, seed);
        await fork.Trainer.RestoreAsync(snapshot with { HasDiverged = false });
        if (otherTrain is null)
        {
            int next = fork.Trainer.Minibatch == 0 ? fork.Trainer.Epoch : fork.Trainer.Epoch + 1;
            fork._records.AddRange(_records.Where(record => record.Epoch < next));
        }

        await fork.LookAsync();
        return fork;
    }

    /// <summary>What computes.</summary>
    public string Engine => _runner.Engine;

    /// <summary>One update.</summary>
    public ValueTask<TrainingResult> TrainMinibatchAsync() => TrainAsync(1);

    /// <summary>Updates to the end of the epoch.</summary>
    public ValueTask<TrainingResult> TrainEpochAsync() => TrainAsync(Trainer.MinibatchesPerEpoch - Trainer.Minibatch);

    /// <summary>Takes the parameters over into <see cref="Shown"/> and judges them; kept if the moment is worth it.</summary>
    /// <remarks>
    /// Parameters can be finite and still so large that a logit isn't. That is a divergence too, which the next update would
    /// find: training stops at the last moment that can be shown.
    /// </remarks>
    public async Task LookAsync()
    {
        TrainerSnapshot snapshot = await Trainer.CopyAsync();
        Show(snapshot.State.Parameters);
        if (Score.Of(Shown, _train) is not { } train || Score.Of(Shown, _test) is not { } test)
        {
            await StopAtLastShownAsync();
            return;
        }

        Now = new TrainingRecord(snapshot.Epoch, train, test, snapshot);
        if (IsDue)
        {
            _records.Add(Now);
        }
    }

    // The first moment always, wherever it is in its epoch: there is always a record to go back to.
    private bool IsDue => _records.Count == 0 || (Trainer.Minibatch == 0 && Trainer.Epoch >= NextRecord);

    private int NextRecord => Math.Max(_records[^1].Epoch + 1, (int)Math.Ceiling(_records[^1].Epoch * 1.01));

    private async Task StopAtLastShownAsync()
    {
        if (Now is null)
        {
            // Weights of other points or another activation can overflow at once: start from the first weights.
            _records.Clear();
            float[] first = Initialiser.Parameters(Shown.Spec, _seed);
            await Trainer.RestoreAsync(new TrainerSnapshot(0, 0, HasDiverged: false, new RunnerState(first, [], 0)));
            await LookAsync();
            return;
        }

        await Trainer.RestoreAsync(Now.Snapshot with { HasDiverged = true });
        Show(Now.Snapshot.State.Parameters);
    }

    /// <summary>Goes back to a moment and forgets what came after it.</summary>
    public async Task GoBackAsync(TrainingRecord record)
    {
        await Trainer.RestoreAsync(record.Snapshot);
        _records.RemoveAll(later => later.Epoch >= record.Epoch);
        await LookAsync();
    }

    /// <summary>Runs the training points through <see cref="Shown"/>, whose activations can then be read.</summary>
    public void ForwardTrain() => Shown.Forward(_train.Inputs.Span, _train.Count);

    /// <summary>Looks at a moment without going back to it.</summary>
    public void Show(ReadOnlySpan<float> parameters) => parameters.CopyTo(Shown.Parameters);

    /// <summary>Everything that the next minibatch computes, without its update.</summary>
    public async Task<(int[] Samples, BatchTrace Trace)> TraceNextAsync()
    {
        int[] samples = Trainer.NextSamples.ToArray();
        float[] inputs = new float[samples.Length * 2];
        float[] targets = new float[samples.Length];
        _train.Gather(samples, inputs, targets);
        return (samples, await _runner.TraceAsync(inputs, targets));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _runner.DisposeAsync();

    /// <summary>
    /// Up to so many updates, to the next moment that is kept or the last epoch at most, and to the end of an epoch if they reach one.
    /// </summary>
    public async ValueTask<TrainingResult> TrainAsync(int minibatches, int lastEpoch = MaxEpochs)
    {
        int end = Math.Min(Math.Max(NextRecord, Trainer.Epoch + 1), Math.Min(lastEpoch, MaxEpochs));
        int most = ((end - Trainer.Epoch) * Trainer.MinibatchesPerEpoch) - Trainer.Minibatch;
        int asked = Math.Min(minibatches, most);
        int beyond = (Trainer.Minibatch + asked) % Trainer.MinibatchesPerEpoch;
        TrainingResult result = await Trainer.TrainAsync(beyond < asked ? asked - beyond : asked);
        if (IsDue && result.Minibatches > 0)
        {
            await LookAsync();
        }

        return result;
    }
}
