using System.Diagnostics;
using System.Runtime.InteropServices;
using PhantomNet.Bench.Cases;
using PhantomNet.Kernels.Measuring;
using PhantomNet.Kernels.Running;
using Wasmtime;

namespace PhantomNet.Bench.Contest;

/// <summary>Our compiled networks under Wasmtime, on the calling thread.</summary>
internal sealed class WasmtimeContestant : IOurs
{
    private readonly Engine _engine = new(new Config().WithSIMD(true).WithRelaxedSIMD(false, false));
    private readonly Dictionary<PeakModule, Action> _peaks = [];
    private readonly List<IDisposable> _kept = [];
    private Instance? _instance;
    private Memory? _memory;
    private BenchCase? _case;
    private MeasuredModule? _module;
    private float[] _parameters = [];

    public string Name => "PhantomNet, Wasmtime";

    private MemoryMap Map => _module!.Map;

    private Region From => _case!.PredictsAlone ? Map.StagedInputs : Map.Inputs;

    public Task LoadAsync(BenchCase given)
    {
        _case = given;
        _parameters = given.Parameters();
        _module = MeasuredModule.Compile(given.Spec, given.Settings, given.HeldCount, given.Use);
        _instance = Instantiate(_module.Bytes.Span);
        _memory = _instance.GetMemory("memory")!;
        Write(given.Inputs(), From);
        Reset();
        return Task.CompletedTask;
    }

    public Task<double[]> LossesAsync(int steps)
    {
        Reset();
        Func<int, int, int> train = _instance!.GetFunction<int, int, int>("train")!;
        return Task.FromResult(Enumerable.Range(0, steps).Select(k => Train(train, k, 1)).ToArray());
    }

    public Task<double[]> OutputsAsync(int count)
    {
        Reset();
        _instance!.GetAction<int, int, int>("predict")!(From.Address, count, Map.StagedOutputs.Address);
        ReadOnlySpan<float> outputs = _memory!.GetSpan<float>(Map.StagedOutputs.Address, count * _case!.Spec.Output.Length);
        return Task.FromResult(outputs.ToArray().Select(output => (double)output).ToArray());
    }

    public Task<double> TrainAsync(double ms)
    {
        Reset();
        Func<int, int, int> train = _instance!.GetFunction<int, int, int>("train")!;
        int minibatches = (_case!.Count + _case.Settings.BatchSize - 1) / _case.Settings.BatchSize;
        return Task.FromResult(
            Rate(
                ms,
                () =>
                {
                    Train(train, 0, minibatches);
                    return _case.Count;
                }
            )
        );
    }

    public Task<double> PredictAsync(double ms, int batch)
    {
        Reset();
        Action<int, int, int> predict = _instance!.GetAction<int, int, int>("predict")!;
        int room = Math.Min(batch, Map.StagedOutputs.Bytes / sizeof(float) / _case!.Spec.Output.Length);
        return Task.FromResult(
            Rate(
                ms,
                () =>
                {
                    predict(From.Address, room, Map.StagedOutputs.Address);
                    return room;
                }
            )
        );
    }

    public Task<double> TimeAsync(double ms, string function)
    {
        Reset();
        Train(_instance!.GetFunction<int, int, int>("train")!, 0, 1);
        Action<int> run = _instance.GetAction<int>(function)!;
        int arena = _module!.Arena;
        return Task.FromResult(
            1e9
                / Rate(
                    ms,
                    () =>
                    {
                        run(arena);
                        return 1;
                    }
                )
        );
    }

    public Task<double> PeakAsync(double ms, PeakModule module)
    {
        if (!_peaks.TryGetValue(module, out Action? peak))
        {
            peak = Instantiate(module.Write()).GetAction("peak")!;
            _peaks[module] = peak;
        }

        return Task.FromResult(
            Rate(
                ms,
                () =>
                {
                    peak();
                    return 1;
                }
            )
        );
    }

    public ValueTask DisposeAsync()
    {
        _kept.ForEach(kept => kept.Dispose());
        _engine.Dispose();
        return ValueTask.CompletedTask;
    }

    private static double Rate(double ms, Func<int> run)
    {
        long done = 0;
        Stopwatch watch = Stopwatch.StartNew();
        do
        {
            done += run();
        } while (watch.Elapsed.TotalMilliseconds < ms);
        return done / watch.Elapsed.TotalSeconds;
    }

    private Instance Instantiate(ReadOnlySpan<byte> bytes)
    {
        Module module = Module.FromBytes(_engine, "network", bytes);
        Store store = new(_engine);
        Linker linker = new(_engine);
        _kept.AddRange([store, linker, module]);
        return linker.Instantiate(store, module);
    }

    private double Train(Func<int, int, int> train, int first, int count) =>
        train(first, count) == count
            ? _memory!.ReadDouble(Map.LossSum.Address)
            : throw new ContestantException("The training diverged.");

    private void Reset()
    {
        Write(_parameters, Map.Parameters);
        _memory!.GetSpan(Map.Slots.Address, Map.Slots.Bytes).Clear();
        _memory.WriteInt64(Map.Updates.Address, 0);
        if (_case!.PredictsAlone)
        {
            return;
        }

        Write([.. _case.Labels().Select(label => (float)label)], Map.Targets);
        Span<int> order = _memory.GetSpan<int>(Map.Order.Address, Map.Order.Bytes / sizeof(int));
        Span<int> bounds = _memory.GetSpan<int>(Map.Bounds.Address, Map.Bounds.Bytes / sizeof(int));
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i % _case.Count;
            bounds[i] = Math.Min(i * _case.Settings.BatchSize, _case.Count);
        }
    }

    private void Write(float[] values, Region region) =>
        MemoryMarshal.AsBytes<float>(values).CopyTo(_memory!.GetSpan(region.Address, values.Length * sizeof(float)));
}
