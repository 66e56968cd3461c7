using PhantomNet.Networks;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Step3Activations;

/// <summary>A network 1 → dense k → activation → dense 1 that learns a curve from 64 of its points.</summary>
public sealed class CurveFit(INetworkRunnerFactory factory) : IAsyncDisposable
{
    /// <summary>The input goes from minus this to this.</summary>
    public const double Reach = 2;

    /// <summary>Points that it learns from.</summary>
    public const int Samples = 64;

    private const int BatchSize = 16;
    private const int MostHistory = 1200;
    private static readonly float[] SampleX = Grid.Even(-Reach, Reach, Samples);

    private readonly List<(double Epoch, double Loss)> _history = [];
    private INetworkRunner? _runner;
    private Trainer? _trainer;
    private float[] _targets = [];

    /// <summary>What it was started with; null before.</summary>
    public FitSettings? Settings { get; private set; }

    /// <summary>The inputs of the drawn curves.</summary>
    public static float[] X { get; } = Grid.Even(-Reach, Reach, 161);

    /// <summary>The curve to fit, at <see cref="X"/>.</summary>
    public float[] Target { get; private set; } = [];

    /// <summary>The network's output at <see cref="X"/>, as last measured.</summary>
    public float[] Curve { get; private set; } = [];

    /// <summary>Mean squared error over the samples, as last measured.</summary>
    public double Loss { get; private set; }

    /// <summary>The least mean squared error that any straight line has on these samples.</summary>
    public double LineLoss { get; private set; }

    /// <summary>Epochs done.</summary>
    public int Epoch => _trainer?.Epoch ?? 0;

    /// <summary>Whether training has stopped before an update that would not have been finite.</summary>
    public bool HasDiverged => _trainer?.HasDiverged ?? false;

    /// <summary>The loss as it was measured, by epoch.</summary>
    public IReadOnlyList<(double Epoch, double Loss)> History => _history;

    /// <summary>y of a target.</summary>
    public static float TargetAt(FitTarget target, float x) =>
        target switch
        {
            FitTarget.Bump => MathF.Exp(-2 * x * x),
            FitTarget.Sine => MathF.Sin(2 * x),
            FitTarget.Jump => x > 0 ? 1 : 0,
            FitTarget.Abs => MathF.Abs(x),
            _ => throw new ArgumentOutOfRangeException(nameof(target), target, message: null),
        };

    /// <summary>Starts from the first weights of these settings.</summary>
    public async Task StartAsync(FitSettings settings)
    {
        Settings = settings;
        _targets = [.. SampleX.Select(x => TargetAt(settings.Target, x))];
        Target = [.. X.Select(x => TargetAt(settings.Target, x))];
        (_, LineLoss) = StraightLine.LeastSquares(SampleX, _targets);
        SampleSet samples = SampleSet.OfValues(Shape.Vector(1), SampleX, _targets);
        NetworkSpec spec = new(
            Shape.Vector(1),
            Networks.Losses.Loss.MeanSquaredError,
            new DenseSpec(settings.Neurons),
            new ActivationSpec(settings.Function),
            new DenseSpec(1)
        );
        TrainingSettings training = new(new Adam(settings.LearningRate), BatchSize);
        INetworkRunner runner = await factory.CreateAsync(spec, training, samples, FirstParameters(spec, settings));
        if (!ReferenceEquals(Settings, settings))
        {
            // Other settings have come in the meantime.
            await runner.DisposeAsync();
            return;
        }

        await DisposeAsync();
        _runner = runner;
        _trainer = new Trainer(_runner, Samples, settings.Seed);
        _history.Clear();
        await MeasureAsync();
    }

    /// <summary>Makes it start anew where it is next shown.</summary>
    public void Forget() => Settings = null;

    /// <summary>Does up to so many minibatches, and returns how many: 0 where training can't go on.</summary>
    public async ValueTask<int> TrainAsync(int minibatches, CancellationToken cancellation)
    {
        if (_trainer is null || Settings is not { IsTrainable: true })
        {
            return 0;
        }

        return (await _trainer.TrainAsync(minibatches, cancellation)).Minibatches;
    }

    /// <summary>Trains to the end of the epoch.</summary>
    public async Task TrainEpochAsync()
    {
        if (_trainer is not null && Settings is { IsTrainable: true })
        {
            await _trainer.TrainEpochAsync();
            await MeasureAsync();
        }
    }

    /// <summary>Runs the network over the curve and over the samples.</summary>
    public async Task MeasureAsync()
    {
        float[] curve = new float[X.Length];
        float[] outputs = new float[Samples];
        await _runner!.PredictAsync(X, curve);
        await _runner.PredictAsync(SampleX, outputs);
        Curve = curve;
        Loss = outputs.Zip(_targets, (y, t) => ((double)y - t) * ((double)y - t)).Average();
        Remember();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _runner?.DisposeAsync() ?? ValueTask.CompletedTask;

    // Of a long training, every second point goes whenever there are too many.
    private void Remember()
    {
        if (_history.Count >= MostHistory)
        {
            for (int i = _history.Count / 2; i > 0; i--)
            {
                _history.RemoveAt((2 * i) - 1);
            }
        }

        _history.Add((_trainer!.Epoch, Loss));
    }

    // With biases at 0 every neuron would bend at x = 0, and training would first have to drive them apart.
    private static float[] FirstParameters(NetworkSpec spec, FitSettings settings)
    {
        float[] parameters = Initialiser.Parameters(spec, settings.Seed);
        ParameterBlock hidden = spec.ParameterBlocks().First();
        Span<float> weights = parameters.AsSpan(hidden.Weights);
        Span<float> biases = parameters.AsSpan(hidden.Biases);
        for (int i = 0; i < biases.Length; i++)
        {
            double centre = Reach * ((((2 * i) + 1.0) / biases.Length) - 1);
            biases[i] = (float)(-weights[i] * centre);
        }

        return parameters;
    }
}
