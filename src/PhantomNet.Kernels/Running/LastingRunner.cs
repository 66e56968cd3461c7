using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Kernels.Running;

/// <summary>
/// A runner that outlives its host. It keeps the state that was last copied and the minibatches since; when the host is lost, another is
/// started, put into that state, and taken through the same minibatches. Compiled code gives the same bits each time, so who trains
/// loses nothing but the moment.
/// </summary>
public sealed class LastingRunner : INetworkRunner
{
    private const int MostStarts = 3; // in a row, for one call: a host that ends each time won't be kept by a fourth
    private const int MostIndices = 1 << 18; // of samples, 1 MB: then a state is copied unasked

    private readonly Func<ReadOnlyMemory<float>, ValueTask<INetworkRunner>> _start;
    private readonly Action? _recovered;
    private readonly List<Minibatches> _since = [];
    private INetworkRunner _runner;
    private RunnerState _kept;
    private int _indices;

    private LastingRunner(
        Func<ReadOnlyMemory<float>, ValueTask<INetworkRunner>> start,
        INetworkRunner runner,
        RunnerState kept,
        Action? recovered
    )
    {
        _start = start;
        _runner = runner;
        _kept = kept;
        _recovered = recovered;
    }

    /// <inheritdoc/>
    public NetworkSpec Spec => _runner.Spec;

    /// <inheritdoc/>
    public TrainingSettings Settings => _runner.Settings;

    /// <inheritdoc/>
    public string Engine => _runner.Engine;

    /// <summary>Starts the first runner.</summary>
    /// <param name="start">Makes a runner with these parameters; all of them alike.</param>
    /// <param name="parameters">What the first starts from.</param>
    /// <param name="recovered">Told when a host was lost and what it did has been done again.</param>
    public static async ValueTask<LastingRunner> CreateAsync(
        Func<ReadOnlyMemory<float>, ValueTask<INetworkRunner>> start,
        float[] parameters,
        Action? recovered = null
    ) => new(start, await start(parameters), new RunnerState(parameters, [], 0), recovered);

    /// <inheritdoc/>
    public async ValueTask<TrainingResult> TrainAsync(Minibatches minibatches, CancellationToken cancellation = default)
    {
        TrainingResult result = await DoAsync(runner => runner.TrainAsync(minibatches, cancellation));
        Remember(minibatches, result.Minibatches);
        if (_indices > MostIndices)
        {
            await CopyAsync();
        }

        return result;
    }

    /// <inheritdoc/>
    public async ValueTask PredictAsync(ReadOnlyMemory<float> inputs, Memory<float> outputs) =>
        await DoAsync(async runner =>
        {
            await runner.PredictAsync(inputs, outputs);
            return true;
        });

    /// <inheritdoc/>
    public ValueTask<BatchTrace> TraceAsync(ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets) =>
        DoAsync(runner => runner.TraceAsync(inputs, targets));

    /// <inheritdoc/>
    public async ValueTask<RunnerState> CopyAsync()
    {
        RunnerState state = await DoAsync(runner => runner.CopyAsync());
        Keep(state);
        return state;
    }

    /// <inheritdoc/>
    public async ValueTask RestoreAsync(RunnerState state)
    {
        await DoAsync(async runner =>
        {
            await runner.RestoreAsync(state);
            return true;
        });
        Keep(state);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _runner.DisposeAsync();

    private void Keep(RunnerState state)
    {
        _kept = state;
        _since.Clear();
        _indices = 0;
    }

    // Whose arrays the caller goes on to use.
    private void Remember(Minibatches minibatches, int done)
    {
        if (done > 0)
        {
            int first = minibatches.Bounds.Span[0];
            int[] order = minibatches.Order[first..minibatches.Bounds.Span[done]].ToArray();
            int[] bounds = minibatches.Bounds[..(done + 1)].ToArray();
            for (int i = 0; i < bounds.Length; i++)
            {
                bounds[i] -= first;
            }

            _since.Add(new Minibatches(order, bounds));
            _indices += order.Length;
        }
    }

    private async ValueTask<T> DoAsync<T>(Func<INetworkRunner, ValueTask<T>> work)
    {
        bool lost = false;
        for (int start = 0; ; start++)
        {
            try
            {
                if (lost)
                {
                    await StartAgainAsync();
                }

                T result = await work(_runner);
                if (lost)
                {
                    _recovered?.Invoke();
                }

                return result;
            }
            catch (KernelHostLostException) when (start < MostStarts)
            {
                lost = true;
            }
        }
    }

    private async ValueTask StartAgainAsync()
    {
        INetworkRunner old = _runner;
        _runner = await _start(_kept.Parameters);
        await old.DisposeAsync();
        await _runner.RestoreAsync(_kept);
        foreach (Minibatches minibatches in _since)
        {
            await _runner.TrainAsync(minibatches);
        }
    }
}
