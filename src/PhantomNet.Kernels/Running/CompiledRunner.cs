using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Kernels.Running;

/// <summary>The runner over compiled code, wherever that runs.</summary>
/// <remarks>
/// It has a module that trains and predicts and another that is looked into, each compiled and started when it is first needed: who
/// only looks has no worker that idles.
/// </remarks>
public sealed class CompiledRunner : INetworkRunner
{
    private readonly IKernelHostFactory _hosts;
    private readonly SampleSet _train;
    private readonly Func<Task> _rest;
    private RunnerState _start; // what training is to start from, until its module is there
    private StartedModule? _training;
    private StartedModule? _looking;
    private bool _isLookingBehind = true; // whether that one has other parameters

    private CompiledRunner(
        IKernelHostFactory hosts,
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        RunnerState start,
        Func<Task> rest
    )
    {
        _hosts = hosts;
        (Spec, Settings, _train, _rest) = (spec, settings, train, rest);
        _start = start;
    }

    /// <inheritdoc/>
    public NetworkSpec Spec { get; }

    /// <inheritdoc/>
    public TrainingSettings Settings { get; }

    /// <inheritdoc/>
    public string Engine => "WebAssembly SIMD";

    /// <summary>Compiles the network, starts it and gives it its samples and parameters.</summary>
    /// <param name="hosts">Where it is to run.</param>
    /// <param name="spec">The network.</param>
    /// <param name="settings">How it is trained.</param>
    /// <param name="train">What it is trained on.</param>
    /// <param name="parameters">What it starts from.</param>
    /// <param name="rest">Awaited between pieces of the compilation; null to do it in one go.</param>
    /// <param name="looksFirst">Whether it is looked into first: then what trains is started when it is needed.</param>
    /// <exception cref="ArgumentException">They don't fit one another, or not the memory; the message names both.</exception>
    public static async ValueTask<CompiledRunner> CreateAsync(
        IKernelHostFactory hosts,
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        ReadOnlyMemory<float> parameters,
        Func<Task>? rest = null,
        bool looksFirst = false
    )
    {
        RunnerRules.CheckFit(spec, settings, train);
        RunnerRules.CheckParameters(spec, parameters.Span);
        rest ??= () => Task.CompletedTask;
        CompiledRunner runner = new(hosts, spec, settings, train, new RunnerState(parameters.ToArray(), [], 0), rest);
        if (looksFirst)
        {
            await runner.LookingAsync();
        }
        else
        {
            await runner.TrainingAsync();
        }

        return runner;
    }

    /// <inheritdoc/>
    public async ValueTask<TrainingResult> TrainAsync(Minibatches minibatches, CancellationToken cancellation = default)
    {
        RunnerRules.CheckTrainable(Spec);
        if (minibatches.Count == 0 || cancellation.IsCancellationRequested)
        {
            return default;
        }

        _isLookingBehind = true;
        // Those before a minibatch that doesn't fit are done, as the textbook engine does them.
        ArgumentException? refusal = null;
        int fitting = 0;
        for (; fitting < minibatches.Count && refusal is null; fitting++)
        {
            try
            {
                RunnerRules.CheckSamples(minibatches.Samples(fitting), Settings, _train.Count);
            }
            catch (ArgumentException error)
            {
                refusal = error;
                fitting--;
            }
        }

        StartedModule training = await TrainingAsync();
        Progress progress = default;
        bool diverged = false;
        while (progress.Minibatches < fitting && !diverged && !cancellation.IsCancellationRequested)
        {
            int first = progress.Minibatches;
            (Progress now, diverged) = await TrainSliceAsync(
                training,
                minibatches,
                first,
                Math.Min(fitting, first + SliceLength)
            );
            progress = progress.And(now);
        }

        if (refusal is not null && !diverged && progress.Minibatches == fitting)
        {
            throw refusal;
        }

        return progress.Result(diverged);
    }

    // Minibatches between two looks at the cancellation; a slice takes milliseconds, not seconds.
    private int SliceLength => (int)Math.Clamp(200_000_000 / Math.Max(1, Spec.MultiplyAdds * Settings.BatchSize), 1, 1000);

    private static async ValueTask<(Progress Done, bool Diverged)> TrainSliceAsync(
        StartedModule training,
        Minibatches all,
        int first,
        int end
    )
    {
        MemoryMap map = training.Map;
        // The order and bounds of these minibatches alone, as many at a time as there is room for.
        int start = all.Bounds.Span[first];
        int room = map.Order.Bytes / sizeof(int);
        while (all.Bounds.Span[end] - start > room)
        {
            end--;
        }

        int[] order = all.Order[start..all.Bounds.Span[end]].ToArray();
        int[] bounds = all.Bounds[first..(end + 1)].ToArray();
        for (int i = 0; i < bounds.Length; i++)
        {
            bounds[i] -= start;
        }

        byte[] losses = new byte[sizeof(double)];
        byte[] correct = new byte[sizeof(int)];
        byte[] diverged = new byte[sizeof(int)];
        int done = await training.Host.ExchangeAsync(
            new KernelExchange
            {
                Writes = [(map.Order.Address, Bytes<int>(order)), (map.Bounds.Address, Bytes<int>(bounds))],
                Function = "train",
                Arguments = [0, end - first],
                Reads = [(map.LossSum.Address, losses), (map.Correct.Address, correct), (map.Diverged.Address, diverged)],
            }
        );
        double sum = BinaryPrimitives.ReadDoubleLittleEndian(losses);
        Progress progress = new(done, sum, bounds[done], BinaryPrimitives.ReadInt32LittleEndian(correct));
        return (progress, BinaryPrimitives.ReadInt32LittleEndian(diverged) != 0);
    }

    /// <inheritdoc/>
    public async ValueTask PredictAsync(ReadOnlyMemory<float> inputs, Memory<float> outputs)
    {
        StartedModule training = await TrainingAsync();
        await CompiledPredictor.PredictAsync(training.Host, training.Module, inputs, outputs);
    }

    /// <inheritdoc/>
    public async ValueTask<BatchTrace> TraceAsync(ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets)
    {
        int count = RunnerRules.CountTraced(Spec, Settings, inputs.Length, targets.Span);
        StartedModule looking = await LookingAsync();
        if (_isLookingBehind)
        {
            float[] parameters = _training is null ? _start.Parameters : (await CopyAsync()).Parameters;
            await looking.SetParametersAsync(parameters);
            _isLookingBehind = false;
        }

        TraceReader reader = new(looking.Host, looking.Module, count, isBackward: !targets.IsEmpty);
        return await reader.ReadAsync(inputs, targets);
    }

    /// <inheritdoc/>
    public async ValueTask<RunnerState> CopyAsync() => _training is { } training ? await training.CopyAsync() : Fitting(_start);

    /// <inheritdoc/>
    public async ValueTask RestoreAsync(RunnerState state)
    {
        RunnerRules.CheckParameters(Spec, state.Parameters);
        _isLookingBehind = true;
        RunnerState fitting = Fitting(state);
        if (_training is { } training)
        {
            await training.RestoreAsync(fitting);
        }
        else
        {
            _start = fitting;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (StartedModule? started in (StartedModule?[])[_training, _looking])
        {
            if (started is not null)
            {
                await started.Host.DisposeAsync();
            }
        }
    }

    private async ValueTask<StartedModule> TrainingAsync()
    {
        if (_training is null)
        {
            StartedModule started = await StartAsync(_train.Count, ModuleUse.Training);
            await started.BeginAsync(_train, _start);
            _training = started;
            _start = new RunnerState([], [], 0);
        }

        return _training;
    }

    private async ValueTask<StartedModule> LookingAsync() => _looking ??= await StartAsync(sampleCount: 0, ModuleUse.Looking);

    private async ValueTask<StartedModule> StartAsync(int sampleCount, ModuleUse use)
    {
        NetworkModule module = await NetworkCompiler.CompileAsync(Spec, Settings, sampleCount, _rest, use);
        return new StartedModule(await _hosts.StartAsync(module), module);
    }

    // A copy; what another kind of optimizer remembers is of no use to this one, which starts afresh.
    private RunnerState Fitting(RunnerState state)
    {
        int slots = Spec.ParameterCount * Settings.Optimizer.SlotsPerParameter;
        bool sameKind = state.Slots.Length == slots;
        return new RunnerState(
            [.. state.Parameters],
            sameKind ? [.. state.Slots] : new float[slots],
            sameKind ? state.Updates : 0
        );
    }

    internal static ReadOnlyMemory<byte> Bytes<T>(ReadOnlyMemory<T> values)
        where T : unmanaged => MemoryMarshal.AsBytes(values.Span).ToArray();
}
