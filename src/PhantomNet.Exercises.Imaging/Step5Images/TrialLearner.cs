using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>One network of the trial: trained for some epochs, then run once over the training and once over the test images.</summary>
public sealed class TrialLearner : IAsyncDisposable
{
    /// <summary>A unit of work, so that a minibatch of either network counts by what it takes.</summary>
    public const int MultiplyAddsPerUnit = 65_536;

    private const int ImagesAtOnce = 20;

    private readonly INetworkRunner _runner;
    private readonly Trainer _trainer;
    private readonly SampleSet[] _sets; // training, test
    private readonly int[] _right = new int[2];
    private readonly List<(double Epoch, double Loss)> _history = [];
    private double _lossSum;
    private int _evaluated; // images of both sets together

    private TrialLearner(bool convolutional, Arrangement arrangement, INetworkRunner runner, SampleSet[] sets, int seed)
    {
        IsConvolutional = convolutional;
        Arrangement = arrangement;
        _runner = runner;
        _sets = sets;
        _trainer = new Trainer(runner, sets[0].Count, seed);
    }

    /// <summary>Whether it is the convolutional network, not the dense one.</summary>
    public bool IsConvolutional { get; }

    /// <summary>How its images lie.</summary>
    public Arrangement Arrangement { get; }

    /// <summary>Its parameters after the last epoch.</summary>
    public float[] Parameters { get; private set; } = [];

    /// <summary>Epochs done, whose parameters are there.</summary>
    public int Epoch { get; private set; }

    /// <summary>What a minibatch counts, at least 1.</summary>
    public int UnitsPerMinibatch => 1 + (int)(_runner.Spec.MultiplyAdds * _runner.Settings.BatchSize / MultiplyAddsPerUnit);

    /// <summary>Minibatches done.</summary>
    public int Progress => (_trainer.Epoch * _trainer.MinibatchesPerEpoch) + _trainer.Minibatch;

    /// <summary>Mean of the losses of each epoch's minibatches, each taken before its update.</summary>
    public IReadOnlyList<(double Epoch, double Loss)> History => _history;

    /// <summary>Whether training stopped before an update that would not have been finite.</summary>
    public bool HasDiverged => _trainer.HasDiverged;

    /// <summary>Whether it is trained and tested.</summary>
    public bool IsFinished => _evaluated == _sets.Sum(set => set.Count);

    /// <summary>Training images that it gets right at the end.</summary>
    public int TrainingRight => _right[0];

    /// <summary>Test images that it gets right at the end.</summary>
    public int TestRight => _right[1];

    private bool IsTrained => _trainer.Epoch >= TrialNetworks.Epochs || _trainer.HasDiverged;

    /// <summary>Makes one at its first weights.</summary>
    /// <param name="factory">Makes its runner.</param>
    /// <param name="convolutional">Which network.</param>
    /// <param name="arrangement">How its images lie.</param>
    /// <param name="sets">Training, test.</param>
    /// <param name="parameters">Its first weights.</param>
    /// <param name="seed">Decides the order of the images.</param>
    public static async ValueTask<TrialLearner> CreateAsync(
        INetworkRunnerFactory factory,
        bool convolutional,
        Arrangement arrangement,
        SampleSet[] sets,
        float[] parameters,
        int seed
    )
    {
        INetworkRunner runner = await factory.CreateAsync(
            TrialNetworks.Spec(convolutional),
            TrialNetworks.Settings(convolutional),
            sets[0],
            parameters
        );
        return new TrialLearner(convolutional, arrangement, runner, sets, seed) { Parameters = parameters };
    }

    /// <summary>Up to so many minibatches of the epoch under way, or when it is trained some images of its test.</summary>
    /// <returns>How many; 1 for the images.</returns>
    public async ValueTask<int> AdvanceAsync(int minibatches, CancellationToken cancellation)
    {
        if (IsTrained)
        {
            await EvaluateAsync();
            return 1;
        }

        int left = _trainer.MinibatchesPerEpoch - _trainer.Minibatch;
        TrainingResult result = await _trainer.TrainAsync(Math.Min(minibatches, left), cancellation);
        _lossSum += result.MeanLoss * result.Minibatches;
        if (result.Minibatches > 0 && _trainer.Minibatch == 0)
        {
            // A page that is drawn while they are on their way shows all of the epoch before.
            float[] parameters = (await _runner.CopyAsync()).Parameters;
            (Epoch, Parameters) = (_trainer.Epoch, parameters);
            _history.Add((Epoch, _lossSum / _trainer.MinibatchesPerEpoch));
            _lossSum = 0;
        }

        return Math.Max(1, result.Minibatches); // a divergence has taken its time too
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _runner.DisposeAsync();

    private async ValueTask EvaluateAsync()
    {
        int part = _evaluated < _sets[0].Count ? 0 : 1;
        SampleSet set = _sets[part];
        int first = _evaluated - (part * _sets[0].Count);
        int count = Math.Min(ImagesAtOnce, set.Count - first);
        float[] outputs = new float[count];
        await _runner.PredictAsync(set.Inputs.Slice(first * set.Shape.Length, count * set.Shape.Length), outputs);
        for (int n = 0; n < count; n++)
        {
            _right[part] += _runner.Spec.Loss.Decide(outputs.AsSpan(n, 1)) == set.Label(first + n) ? 1 : 0;
        }

        _evaluated += count;
    }
}
