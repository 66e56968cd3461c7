using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Runners;

/// <summary>The runner over the textbook engine: every call computes on the calling thread and is done when it returns.</summary>
/// <remarks>A trace rests after each layer, where there is something to rest for, and is done when that is.</remarks>
public sealed class TextbookRunner : INetworkRunner
{
    private const int PredictBatch = 64;

    private readonly Network _network;
    private readonly SampleSet _train;
    private readonly ParameterBlock[] _blocks;
    private readonly float[] _gradients;
    private readonly float[] _slots;
    private readonly float[] _parametersBefore;
    private readonly float[] _slotsBefore;
    private readonly float[] _batchInputs;
    private readonly float[] _batchTargets;
    private readonly Func<Task>? _rest;
    private long _updates;

    /// <summary>Checks that all fit together.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="settings">How it is trained.</param>
    /// <param name="train">What it is trained on.</param>
    /// <param name="parameters">What it starts from.</param>
    /// <param name="rest">Awaited between the layers of a trace, for a thread that has other things to do as well; null for none.</param>
    /// <exception cref="ArgumentException">They don't; the message names both sides.</exception>
    public TextbookRunner(
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        ReadOnlySpan<float> parameters,
        Func<Task>? rest = null
    )
    {
        RunnerRules.CheckFit(spec, settings, train);
        _rest = rest;
        _network = new Network(spec);
        _train = train;
        Settings = settings;
        _blocks = [.. spec.ParameterBlocks()];
        _gradients = new float[spec.ParameterCount];
        _parametersBefore = new float[spec.ParameterCount];
        _slots = new float[spec.ParameterCount * settings.Optimizer.SlotsPerParameter];
        _slotsBefore = new float[_slots.Length];
        int batch = Math.Min(settings.BatchSize, train.Count);
        _batchInputs = new float[batch * spec.Input.Length];
        _batchTargets = new float[batch * train.TargetLength];
        SetParameters(parameters);
    }

    /// <inheritdoc/>
    public NetworkSpec Spec => _network.Spec;

    /// <inheritdoc/>
    public TrainingSettings Settings { get; }

    /// <inheritdoc/>
    public string Engine => "textbook C#";

    /// <inheritdoc/>
    public ValueTask<TrainingResult> TrainAsync(Minibatches minibatches, CancellationToken cancellation = default)
    {
        RunnerRules.CheckTrainable(Spec);

        Progress progress = default;
        for (int done = 0; done < minibatches.Count; done++)
        {
            if (cancellation.IsCancellationRequested)
            {
                return new(progress.Result(diverged: false));
            }

            ReadOnlySpan<int> samples = minibatches.Samples(done);
            RunnerRules.CheckSamples(samples, Settings, _train.Count);
            if (!TryUpdate(samples, out double loss, out int correct))
            {
                return new(progress.Result(diverged: true));
            }

            progress = progress.And(new(1, loss, samples.Length, correct));
        }

        return new(progress.Result(diverged: false));
    }

    /// <inheritdoc/>
    public ValueTask PredictAsync(ReadOnlyMemory<float> inputs, Memory<float> outputs)
    {
        int inputLength = Spec.Input.Length;
        int outputLength = Spec.Output.Length;
        int count = RunnerRules.CountPredictions(Spec, inputs.Length, outputs.Length);
        for (int start = 0; start < count; start += PredictBatch)
        {
            int batch = Math.Min(PredictBatch, count - start);
            _network
                .Forward(inputs.Span.Slice(start * inputLength, batch * inputLength), batch)
                .CopyTo(outputs.Span[(start * outputLength)..]);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask<BatchTrace> TraceAsync(ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets)
    {
        int count = RunnerRules.CountTraced(Spec, Settings, inputs.Length, targets.Span);
        int[] layers = [.. Enumerable.Range(0, Spec.Layers.Count)];
        _network.BeginForward(inputs.Span, count);
        foreach (int layer in layers)
        {
            _network.ForwardLayer(layer);
            await RestAsync();
        }

        float[][] outputs = [.. layers.Select(layer => _network.OutputOf(layer).ToArray())];
        if (targets.IsEmpty)
        {
            return new BatchTrace(double.NaN, outputs, [], []);
        }

        double loss = _network.BeginBackward(targets.Span, Settings.ClassWeights);
        foreach (int layer in layers.Reverse())
        {
            _network.BackwardLayer(layer);
            await RestAsync();
        }

        return new BatchTrace(
            loss,
            outputs,
            [.. layers.Select(layer => _network.OutputGradientOf(layer).ToArray())],
            _network.ParameterGradients.ToArray()
        );
    }

    /// <inheritdoc/>
    public ValueTask<RunnerState> CopyAsync() =>
        new(new RunnerState(_network.Parameters.ToArray(), _slots.AsSpan().ToArray(), _updates));

    /// <inheritdoc/>
    public ValueTask RestoreAsync(RunnerState state)
    {
        SetParameters(state.Parameters);
        bool sameKind = state.Slots.Length == _slots.Length;
        Array.Clear(_slots);
        if (sameKind)
        {
            state.Slots.CopyTo(_slots, 0);
        }

        // Adam's corrections count the updates that its averages have seen.
        _updates = sameKind ? state.Updates : 0;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task RestAsync() => _rest?.Invoke() ?? Task.CompletedTask;

    private bool TryUpdate(ReadOnlySpan<int> samples, out double loss, out int correct)
    {
        Span<float> inputs = _batchInputs.AsSpan(0, samples.Length * Spec.Input.Length);
        Span<float> targets = _batchTargets.AsSpan(0, samples.Length * _train.TargetLength);
        _train.Gather(samples, inputs, targets);
        _network.ForwardInTraining(inputs, samples.Length, Settings.DropoutSeed, _updates + 1);
        correct = CountCorrect(targets);
        loss = _network.Backward(targets, Settings.ClassWeights);
        if (!double.IsFinite(loss))
        {
            return false;
        }

        _network.ParameterGradients.CopyTo(_gradients);
        AddL2();
        _network.Parameters.CopyTo(_parametersBefore);
        _slots.CopyTo(_slotsBefore, 0);
        Settings.Optimizer.Step(_network.Parameters, _gradients, _slots, _updates + 1);
        if (!RunnerRules.AllFinite(_network.Parameters) || !RunnerRules.AllFinite(_slots))
        {
            _parametersBefore.CopyTo(_network.Parameters);
            _slotsBefore.CopyTo(_slots, 0);
            return false;
        }

        _updates++;
        return true;
    }

    private int CountCorrect(ReadOnlySpan<float> targets)
    {
        int correct = 0;
        ReadOnlySpan<float> outputs = _network.OutputOf(Spec.Layers.Count - 1);
        for (int n = 0; n < targets.Length && _train.HasClasses; n++)
        {
            correct += Spec.Loss.Decide(outputs.Slice(n * Spec.Output.Length, Spec.Output.Length)) == targets[n] ? 1 : 0;
        }

        return correct;
    }

    private void AddL2()
    {
        float strength = (float)Settings.L2;
        if (strength == 0)
        {
            return;
        }

        foreach (ParameterBlock block in _blocks)
        {
            ReadOnlySpan<float> weights = _network.Parameters[block.Weights];
            Span<float> gradients = _gradients.AsSpan(block.Weights);
            for (int i = 0; i < weights.Length; i++)
            {
                gradients[i] += strength * weights[i];
            }
        }
    }

    private void SetParameters(ReadOnlySpan<float> parameters)
    {
        RunnerRules.CheckParameters(Spec, parameters);
        parameters.CopyTo(_network.Parameters);
    }
}
