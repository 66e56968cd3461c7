using PhantomNet.Networks.Runners;
using PhantomNet.Randomness;

namespace PhantomNet.Networks.Training;

/// <summary>
/// Takes a runner through the samples, epoch after epoch, each in its own seeded order. It moves only when it is told to, by so many
/// minibatches or to the end of the epoch; not calling it is the pause.
/// </summary>
public sealed class Trainer
{
    private const int MostSamples = 1 << 15;

    private readonly INetworkRunner _runner;
    private readonly int _seed;
    private readonly int _sampleCount;
    private int[] _order = []; // [epochs laid out, samples], from the present epoch on
    private int[] _bounds = [0];
    private int _laidOut; // epochs

    /// <summary>Starts at epoch 0.</summary>
    /// <param name="runner">Holds the network; made with the samples.</param>
    /// <param name="sampleCount">Number of samples that the runner was made with, at least 1.</param>
    /// <param name="seed">Decides the order of the samples in every epoch.</param>
    public Trainer(INetworkRunner runner, int sampleCount, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleCount, 1);
        _runner = runner;
        _seed = seed;
        _sampleCount = sampleCount;
        int batch = Math.Min(runner.Settings.BatchSize, sampleCount); // any larger size means all samples at once
        MinibatchesPerEpoch = ((sampleCount - 1) / batch) + 1;
        LayOut(1);
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

    /// <summary>
    /// Does <paramref name="minibatches"/> updates, over the ends of epochs. It hands the runner many at a time: to one that works elsewhere
    /// each call is a journey.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minibatches"/> is below 0.</exception>
    /// <exception cref="InvalidOperationException">The network can't be trained.</exception>
    public async ValueTask<TrainingResult> TrainAsync(int minibatches, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minibatches);
        int done = 0;
        double losses = 0;
        int samples = 0;
        int correct = 0;
        while (done < minibatches && !HasDiverged)
        {
            int count = Math.Min(minibatches - done, (MostEpochs * MinibatchesPerEpoch) - Minibatch);
            TrainingResult result = await _runner.TrainAsync(Next(count), cancellation);
            Advance(result.Minibatches);
            HasDiverged = result.Diverged;
            done += result.Minibatches;
            losses += result.MeanLoss * result.Minibatches;
            samples += result.Samples;
            correct += result.Correct;
            if (result.Minibatches < count)
            {
                break;
            }
        }

        return new TrainingResult(done, done == 0 ? 0 : losses / done, HasDiverged, samples, correct);
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
        _laidOut = 0;
    }

    // Laid out at a time; their order takes four bytes a sample.
    private int MostEpochs => Math.Max(1, MostSamples / _sampleCount);

    private Minibatches Next(int count)
    {
        LayOut(((Minibatch + count - 1) / MinibatchesPerEpoch) + 1);
        return new(_order, _bounds.AsMemory(Minibatch, count + 1));
    }

    private void Advance(int minibatches)
    {
        Minibatch += minibatches;
        if (Minibatch >= MinibatchesPerEpoch)
        {
            Epoch += Minibatch / MinibatchesPerEpoch;
            Minibatch %= MinibatchesPerEpoch;
            _laidOut = 0;
        }
    }

    private void LayOut(int epochs)
    {
        if (_order.Length < epochs * _sampleCount)
        {
            Array.Resize(ref _order, epochs * _sampleCount);
            Array.Resize(ref _bounds, (epochs * MinibatchesPerEpoch) + 1);
        }

        for (; _laidOut < epochs; _laidOut++)
        {
            int first = _laidOut * _sampleCount;
            Span<int> order = _order.AsSpan(first, _sampleCount);
            for (int i = 0; i < order.Length; i++)
            {
                order[i] = i;
            }

            new SeededRandom(_seed, Epoch + _laidOut).Shuffle(order);
            for (int i = 1; i <= MinibatchesPerEpoch; i++)
            {
                long end = Math.Min((long)i * _runner.Settings.BatchSize, _sampleCount);
                _bounds[(_laidOut * MinibatchesPerEpoch) + i] = first + (int)end;
            }
        }
    }
}
