using PhantomNet.Networks.Runners;
using PhantomNet.Randomness;

namespace PhantomNet.Networks.Training;

/// <summary>
/// Takes a runner through the samples, epoch after epoch, each in its own seeded order. It moves only when it is told to, by a
/// minibatch or an epoch; not calling it is the pause.
/// </summary>
public sealed class Trainer
{
    private readonly INetworkRunner _runner;
    private readonly int _seed;
    private readonly int[] _order;
    private readonly int[] _bounds;

    /// <summary>Starts at epoch 0.</summary>
    /// <param name="runner">Holds the network; made with the samples.</param>
    /// <param name="sampleCount">Number of samples that the runner was made with, at least 1.</param>
    /// <param name="seed">Decides the order of the samples in every epoch.</param>
    public Trainer(INetworkRunner runner, int sampleCount, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleCount, 1);
        _runner = runner;
        _seed = seed;
        _order = new int[sampleCount];
        int batch = Math.Min(runner.Settings.BatchSize, sampleCount); // any larger size means all samples at once
        MinibatchesPerEpoch = ((sampleCount - 1) / batch) + 1;
        _bounds = [.. Enumerable.Range(0, MinibatchesPerEpoch + 1).Select(i => (int)Math.Min((long)i * batch, sampleCount))];
        OrderSamples();
    }

    /// <summary>Epochs completed.</summary>
    public int Epoch { get; private set; }

    /// <summary>Minibatches done within the present epoch.</summary>
    public int Minibatch { get; private set; }

    /// <summary>Minibatches that make an epoch.</summary>
    public int MinibatchesPerEpoch { get; }

    /// <summary>
    /// Whether the next update would not be finite. Training stays there, with finite parameters, until it is rewound.
    /// </summary>
    public bool HasDiverged { get; private set; }

    /// <summary>The samples of the next minibatch.</summary>
    public ReadOnlySpan<int> NextSamples => Next(1).Samples(0);

    /// <summary>Does up to <paramref name="minibatches"/> updates, but stops at the end of the epoch.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minibatches"/> is below 0.</exception>
    /// <exception cref="InvalidOperationException">The network can't be trained.</exception>
    public async ValueTask<TrainingResult> TrainAsync(int minibatches, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minibatches);
        if (HasDiverged)
        {
            return new TrainingResult(Minibatches: 0, MeanLoss: 0, Diverged: true);
        }

        int count = Math.Min(minibatches, MinibatchesPerEpoch - Minibatch);
        TrainingResult result = await _runner.TrainAsync(Next(count), cancellation);
        HasDiverged = result.Diverged;
        Minibatch += result.Minibatches;
        if (Minibatch == MinibatchesPerEpoch)
        {
            Minibatch = 0;
            Epoch++;
            OrderSamples();
        }

        return result;
    }

    /// <summary>Trains to the end of the present epoch.</summary>
    public ValueTask<TrainingResult> TrainEpochAsync(CancellationToken cancellation = default) =>
        TrainAsync(MinibatchesPerEpoch - Minibatch, cancellation);

    /// <summary>A copy of the moment: network, optimizer and place in the epoch.</summary>
    public async ValueTask<TrainerSnapshot> CopyAsync() => new(Epoch, Minibatch, HasDiverged, await _runner.CopyAsync());

    /// <summary>Goes back to such a moment, of this trainer or of one with a network of the same shape.</summary>
    public async ValueTask RestoreAsync(TrainerSnapshot snapshot)
    {
        await _runner.RestoreAsync(snapshot.State);
        Epoch = snapshot.Epoch;
        Minibatch = Math.Min(snapshot.Minibatch, MinibatchesPerEpoch - 1);
        HasDiverged = snapshot.HasDiverged;
        OrderSamples();
    }

    private Minibatches Next(int count) => new(_order, _bounds.AsMemory(Minibatch, count + 1));

    private void OrderSamples()
    {
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        new SeededRandom(_seed, Epoch).Shuffle(_order);
    }
}
