using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>A runner that predicts in slices between frames, however many samples it is given, and can be told to stop.</summary>
/// <param name="inner">Does the work.</param>
/// <param name="frames">Gives the pace.</param>
/// <param name="predicted">Told how many samples more are done, after each slice.</param>
internal sealed class PacedRunner(INetworkRunner inner, IFrameClock frames, Action<int> predicted) : INetworkRunner
{
    private const double MsPerFrame = 8;

    private bool _stopped;

    /// <inheritdoc/>
    public NetworkSpec Spec => inner.Spec;

    /// <inheritdoc/>
    public TrainingSettings Settings => inner.Settings;

    /// <inheritdoc/>
    public string Engine => inner.Engine;

    /// <summary>Ends what is under way by an <see cref="OperationCanceledException"/>, at the next frame.</summary>
    public void Stop() => _stopped = true;

    /// <inheritdoc/>
    public async ValueTask PredictAsync(ReadOnlyMemory<float> inputs, Memory<float> outputs)
    {
        (int inputLength, int outputLength) = (Spec.Input.Length, Spec.Output.Length);
        int count = inputs.Length / inputLength;
        int next = 0;
        int told = 0;
        using TrainingLoop loop = new(
            frames,
            MsPerFrame,
            async (units, _) =>
            {
                int take = _stopped ? 0 : Math.Min(units, count - next);
                if (take == 0)
                {
                    return 0;
                }

                await inner.PredictAsync(
                    inputs.Slice(next * inputLength, take * inputLength),
                    outputs.Slice(next * outputLength, take * outputLength)
                );
                next += take;
                return take;
            },
            () =>
            {
                predicted(next - told);
                told = next;
                return Task.CompletedTask;
            }
        );
        await loop.RunAsync();
        if (_stopped)
        {
            throw new OperationCanceledException("The prediction was stopped.");
        }
    }

    /// <inheritdoc/>
    public ValueTask<TrainingResult> TrainAsync(Minibatches minibatches, CancellationToken cancellation = default) =>
        inner.TrainAsync(minibatches, cancellation);

    /// <inheritdoc/>
    public ValueTask<BatchTrace> TraceAsync(ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets) =>
        inner.TraceAsync(inputs, targets);

    /// <inheritdoc/>
    public ValueTask<RunnerState> CopyAsync() => inner.CopyAsync();

    /// <inheritdoc/>
    public ValueTask RestoreAsync(RunnerState state) => inner.RestoreAsync(state);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
