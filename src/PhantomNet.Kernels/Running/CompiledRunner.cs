using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Kernels.Running;

/// <summary>The runner over compiled code, wherever that runs.</summary>
public sealed class CompiledRunner : INetworkRunner
{
    private readonly IKernelHostFactory _hosts;
    private readonly IKernelHost _host;
    private readonly NetworkModule _module;
    private readonly Func<Task> _rest;
    private IKernelHost? _looking; // a second module, for those who look inside; made when the first does
    private NetworkModule? _lookingModule;
    private bool _isLookingBehind = true; // whether that one has other parameters

    private CompiledRunner(IKernelHostFactory hosts, IKernelHost host, NetworkModule module, Func<Task> rest)
    {
        _hosts = hosts;
        _host = host;
        _module = module;
        _rest = rest;
    }

    /// <inheritdoc/>
    public NetworkSpec Spec => _module.Spec;

    /// <inheritdoc/>
    public TrainingSettings Settings => _module.Settings;

    /// <inheritdoc/>
    public string Engine => "WebAssembly SIMD";

    private MemoryMap Map => _module.Map;

    /// <summary>Compiles the network, starts it and gives it its samples and parameters.</summary>
    /// <param name="hosts">Where it is to run.</param>
    /// <param name="spec">The network.</param>
    /// <param name="settings">How it is trained.</param>
    /// <param name="train">What it is trained on.</param>
    /// <param name="parameters">What it starts from.</param>
    /// <param name="rest">Awaited between pieces of the compilation; null to do it in one go.</param>
    /// <exception cref="ArgumentException">They don't fit one another, or not the memory; the message names both.</exception>
    public static async ValueTask<CompiledRunner> CreateAsync(
        IKernelHostFactory hosts,
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        ReadOnlyMemory<float> parameters,
        Func<Task>? rest = null
    )
    {
        RunnerRules.CheckFit(spec, settings, train);
        RunnerRules.CheckParameters(spec, parameters.Span);
        rest ??= () => Task.CompletedTask;
        NetworkModule module = await NetworkCompiler.CompileAsync(spec, settings, train.Count, rest);
        CompiledRunner runner = new(hosts, await hosts.StartAsync(module), module, rest);
        await runner._host.ExchangeAsync(
            new KernelExchange
            {
                Writes =
                [
                    (module.Map.Inputs.Address, Bytes(train.Inputs)),
                    (module.Map.Targets.Address, Bytes(train.Targets)),
                    (module.Map.Parameters.Address, Bytes(parameters)),
                ],
            }
        );
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
                RunnerRules.CheckSamples(minibatches.Samples(fitting), Settings, _module.SampleCount);
            }
            catch (ArgumentException error)
            {
                refusal = error;
                fitting--;
            }
        }

        Progress progress = default;
        bool diverged = false;
        while (progress.Minibatches < fitting && !diverged && !cancellation.IsCancellationRequested)
        {
            int first = progress.Minibatches;
            (Progress now, diverged) = await TrainSliceAsync(minibatches, first, Math.Min(fitting, first + SliceLength));
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

    private async ValueTask<(Progress Done, bool Diverged)> TrainSliceAsync(Minibatches all, int first, int end)
    {
        // The order and bounds of these minibatches alone, as many at a time as there is room for.
        int start = all.Bounds.Span[first];
        int room = Map.Order.Bytes / sizeof(int);
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
        int done = await _host.ExchangeAsync(
            new KernelExchange
            {
                Writes = [(Map.Order.Address, Bytes<int>(order)), (Map.Bounds.Address, Bytes<int>(bounds))],
                Function = "train",
                Arguments = [0, end - first],
                Reads = [(Map.LossSum.Address, losses), (Map.Correct.Address, correct), (Map.Diverged.Address, diverged)],
            }
        );
        double sum = BinaryPrimitives.ReadDoubleLittleEndian(losses);
        Progress progress = new(done, sum, bounds[done], BinaryPrimitives.ReadInt32LittleEndian(correct));
        return (progress, BinaryPrimitives.ReadInt32LittleEndian(diverged) != 0);
    }

    /// <inheritdoc/>
    public ValueTask PredictAsync(ReadOnlyMemory<float> inputs, Memory<float> outputs) =>
        CompiledPredictor.PredictAsync(_host, _module, inputs, outputs);

    /// <inheritdoc/>
    public async ValueTask<BatchTrace> TraceAsync(ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets)
    {
        int count = RunnerRules.CountTraced(Spec, Settings, inputs.Length, targets.Span);
        if (_looking is null)
        {
            _lookingModule = await NetworkCompiler.CompileAsync(Spec, Settings, sampleCount: 0, _rest, ModuleUse.Looking);
            _looking = await _hosts.StartAsync(_lookingModule);
        }

        if (_isLookingBehind)
        {
            RunnerState state = await CopyAsync();
            await _looking.ExchangeAsync(
                new KernelExchange { Writes = [(_lookingModule!.Map.Parameters.Address, Bytes<float>(state.Parameters))] }
            );
            _isLookingBehind = false;
        }

        TraceReader reader = new(_looking, _lookingModule!, count, isBackward: !targets.IsEmpty);
        return await reader.ReadAsync(inputs, targets);
    }

    /// <inheritdoc/>
    public async ValueTask<RunnerState> CopyAsync()
    {
        float[] parameters = new float[Map.Parameters.Bytes / sizeof(float)];
        float[] slots = new float[Map.Slots.Bytes / sizeof(float)];
        byte[] parameterBytes = new byte[Map.Parameters.Bytes];
        byte[] slotBytes = new byte[Map.Slots.Bytes];
        byte[] updates = new byte[sizeof(long)];
        await _host.ExchangeAsync(
            new KernelExchange
            {
                Reads =
                [
                    (Map.Parameters.Address, parameterBytes),
                    (Map.Slots.Address, slotBytes),
                    (Map.Updates.Address, updates),
                ],
            }
        );
        MemoryMarshal.Cast<byte, float>(parameterBytes).CopyTo(parameters);
        MemoryMarshal.Cast<byte, float>(slotBytes).CopyTo(slots);
        return new RunnerState(parameters, slots, BinaryPrimitives.ReadInt64LittleEndian(updates));
    }

    /// <inheritdoc/>
    public async ValueTask RestoreAsync(RunnerState state)
    {
        RunnerRules.CheckParameters(Spec, state.Parameters);
        _isLookingBehind = true;
        bool sameKind = state.Slots.Length * sizeof(float) == Map.Slots.Bytes;
        byte[] updates = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(updates, sameKind ? state.Updates : 0);
        await _host.ExchangeAsync(
            new KernelExchange
            {
                Writes =
                [
                    (Map.Parameters.Address, Bytes<float>(state.Parameters)),
                    (Map.Slots.Address, sameKind ? Bytes<float>(state.Slots) : new byte[Map.Slots.Bytes]),
                    (Map.Updates.Address, updates),
                ],
            }
        );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (_looking is not null)
        {
            await _looking.DisposeAsync();
        }
    }

    internal static ReadOnlyMemory<byte> Bytes<T>(ReadOnlyMemory<T> values)
        where T : unmanaged => MemoryMarshal.AsBytes(values.Span).ToArray();
}
