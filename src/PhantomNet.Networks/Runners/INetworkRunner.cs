using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Runners;

/// <summary>
/// Trains and runs one network. Who uses it doesn't know whether the textbook engine or compiled code is behind it, nor on which
/// thread; calls are made one at a time.
/// </summary>
public interface INetworkRunner : IAsyncDisposable
{
    /// <summary>The network.</summary>
    NetworkSpec Spec { get; }

    /// <summary>How it is trained.</summary>
    TrainingSettings Settings { get; }

    /// <summary>What computes, in a few words for who looks at its speed.</summary>
    string Engine { get; }

    /// <summary>Does one update after another, a minibatch each, and stops before one that would not be finite.</summary>
    /// <param name="minibatches">Samples of the set that the runner was made with.</param>
    /// <param name="cancellation">Looked at between minibatches; what is done stays done.</param>
    /// <exception cref="InvalidOperationException">The network can't be trained.</exception>
    /// <exception cref="ArgumentException">
    /// A minibatch is empty, larger than the settings' batch size, or names a sample that there isn't.
    /// </exception>
    ValueTask<TrainingResult> TrainAsync(Minibatches minibatches, CancellationToken cancellation = default);

    /// <summary>Runs samples forward.</summary>
    /// <param name="inputs">[n, input length].</param>
    /// <param name="outputs">Receives the last layer's outputs (logits, not scores): [n, output length].</param>
    ValueTask PredictAsync(ReadOnlyMemory<float> inputs, Memory<float> outputs);

    /// <summary>Runs samples forward and backward and shows everything on the way; nothing is updated, nothing drops out.</summary>
    /// <param name="inputs">[n, input length].</param>
    /// <param name="targets">[n, target length]; or none, to go forward alone.</param>
    ValueTask<BatchTrace> TraceAsync(ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets);

    /// <summary>A copy of all that the runner remembers.</summary>
    ValueTask<RunnerState> CopyAsync();

    /// <summary>
    /// Goes back to such a copy. Its slots are taken where the optimizer is of the kind that made them, else they start at 0.
    /// </summary>
    ValueTask RestoreAsync(RunnerState state);
}
