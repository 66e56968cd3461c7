using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.App.Kernels;

/// <summary>
/// Answers at once with the textbook engine, and has the network compiled when there is something to gain: when training starts, when it
/// has predicted for long, or when a look inside takes the textbook engine longer than a frame. All training is done by one of the two, so that the same seed gives the same bits.
/// </summary>
/// <param name="textbook">Answers until then.</param>
/// <param name="compile">
/// Makes the compiled runner with these parameters, or null where there can be none; it is told whether it is looked into first.
/// </param>
internal sealed class WarmingRunner(TextbookRunner textbook, Func<float[], bool, Task<INetworkRunner?>> compile)
    : INetworkRunner
{
    // What the textbook engine takes a few frames for.
    private const long WorthCompiling = 20_000_000;

    // What it takes about a frame for, there and back.
    private const long WorthLooking = 1_000_000;

    private readonly SemaphoreSlim _turn = new(1); // a step may be closed while an answer is under way
    private INetworkRunner? _ready; // who trains, once that is decided
    private long _multiplyAdds;
    private bool _closed;

    /// <inheritdoc/>
    public NetworkSpec Spec => textbook.Spec;

    /// <inheritdoc/>
    public TrainingSettings Settings => textbook.Settings;

    /// <inheritdoc/>
    public string Engine => Present.Engine;

    private INetworkRunner Present => _ready ?? textbook;

    /// <inheritdoc/>
    public ValueTask<TrainingResult> TrainAsync(Minibatches minibatches, CancellationToken cancellation = default) =>
        InTurnAsync(async () => _closed ? default : await (await ReadyAsync()).TrainAsync(minibatches, cancellation));

    /// <inheritdoc/>
    public async ValueTask PredictAsync(ReadOnlyMemory<float> inputs, Memory<float> outputs) =>
        await InTurnAsync(async () =>
        {
            _multiplyAdds += inputs.Length / Spec.Input.Length * Spec.MultiplyAdds;
            INetworkRunner runner = _multiplyAdds > WorthCompiling ? await ReadyAsync() : Present;
            await runner.PredictAsync(inputs, outputs);
            return true;
        });

    /// <inheritdoc/>
    /// <remarks>Of a small network by the textbook engine: a second module for one look would take longer than the look.</remarks>
    public ValueTask<BatchTrace> TraceAsync(ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets) =>
        InTurnAsync(async () =>
        {
            if (inputs.Length / Spec.Input.Length * Spec.MultiplyAdds > WorthLooking)
            {
                return await (await ReadyAsync(looksFirst: true)).TraceAsync(inputs, targets);
            }

            if (Present != textbook)
            {
                await textbook.RestoreAsync(await Present.CopyAsync());
            }

            return await textbook.TraceAsync(inputs, targets);
        });

    /// <inheritdoc/>
    public ValueTask<RunnerState> CopyAsync() => InTurnAsync(() => Present.CopyAsync());

    /// <inheritdoc/>
    public async ValueTask RestoreAsync(RunnerState state) =>
        await InTurnAsync(async () =>
        {
            await Present.RestoreAsync(state);
            return true;
        });

    /// <summary>Frees the worker when the answer under way is there. Who still asks afterwards gets answers of no consequence.</summary>
    public async ValueTask DisposeAsync() =>
        await InTurnAsync(async () =>
        {
            _closed = true;
            await Present.DisposeAsync();
            _ready = textbook;
            return true;
        });

    private async ValueTask<T> InTurnAsync<T>(Func<ValueTask<T>> answer)
    {
        await _turn.WaitAsync();
        try
        {
            return await answer();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async ValueTask<INetworkRunner> ReadyAsync(bool looksFirst = false)
    {
        if (_ready is null)
        {
            RunnerState state = await textbook.CopyAsync();
            INetworkRunner? compiled = Spec.IsTrainable ? await compile(state.Parameters, looksFirst) : null;
            if (compiled is not null)
            {
                await compiled.RestoreAsync(state);
            }

            _ready = compiled ?? textbook;
        }

        return _ready;
    }
}
