using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.App.Kernels;

/// <summary>
/// Answers at once with the textbook engine, and has the network compiled when there is something to gain: when training starts, or when it
/// has predicted for long. All training is done by one of the two, so that the same seed gives the same bits.
/// </summary>
/// <param name="textbook">Answers until then.</param>
/// <param name="compile">Makes the compiled runner with these parameters, or null where there can be none.</param>
internal sealed class WarmingRunner(TextbookRunner textbook, Func<float[], Task<INetworkRunner?>> compile) : INetworkRunner
{
    // What the textbook engine takes a few frames for.
    private const long WorthCompiling = 20_000_000;

    private INetworkRunner? _ready; // who trains, once that is decided
    private long _multiplyAdds;

    /// <inheritdoc/>
    public NetworkSpec Spec => textbook.Spec;

    /// <inheritdoc/>
    public TrainingSettings Settings => textbook.Settings;

    /// <inheritdoc/>
    public string Engine => Present.Engine;

    private INetworkRunner Present => _ready ?? textbook;

    /// <inheritdoc/>
    public async ValueTask<TrainingResult> TrainAsync(Minibatches minibatches, CancellationToken cancellation = default) =>
        await (await ReadyAsync()).TrainAsync(minibatches, cancellation);

    /// <inheritdoc/>
    public async ValueTask PredictAsync(ReadOnlyMemory<float> inputs, Memory<float> outputs)
    {
        _multiplyAdds += inputs.Length / Spec.Input.Length * Spec.MultiplyAdds;
        INetworkRunner runner = _multiplyAdds > WorthCompiling ? await ReadyAsync() : Present;
        await runner.PredictAsync(inputs, outputs);
    }

    /// <inheritdoc/>
    /// <remarks>By the textbook engine: a second module for one look would take longer than the look.</remarks>
    public async ValueTask<BatchTrace> TraceAsync(ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets)
    {
        if (_ready is { } ready && ready != textbook)
        {
            await textbook.RestoreAsync(await ready.CopyAsync());
        }

        return await textbook.TraceAsync(inputs, targets);
    }

    /// <inheritdoc/>
    public ValueTask<RunnerState> CopyAsync() => Present.CopyAsync();

    /// <inheritdoc/>
    public ValueTask RestoreAsync(RunnerState state) => Present.RestoreAsync(state);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Present.DisposeAsync();

    private async ValueTask<INetworkRunner> ReadyAsync()
    {
        if (_ready is null)
        {
            RunnerState state = await textbook.CopyAsync();
            INetworkRunner? compiled = Spec.IsTrainable ? await compile(state.Parameters) : null;
            if (compiled is not null)
            {
                await compiled.RestoreAsync(state);
            }

            _ready = compiled ?? textbook;
        }

        return _ready;
    }
}
