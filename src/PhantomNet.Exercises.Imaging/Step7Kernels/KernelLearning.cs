using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>
/// One convolution of one 3×3 filter that learns, from one radiograph and what a hidden kernel made of it, the nine weights. Each step takes
/// all output pixels at once: the loss is their mean squared error.
/// </summary>
/// <remarks>
/// Pixels enter less their mean and divided by their standard deviation, so that one learning rate suits every image; the hidden
/// kernel's target is made from the same pixels.
/// </remarks>
public sealed class KernelLearning(INetworkRunnerFactory factory) : IAsyncDisposable
{
    /// <summary>Learning ends when no weight is farther off than this: right to three decimals.</summary>
    public const double Tolerance = 0.0005;

    /// <summary>Steps between two looks at the weights, counted from the start.</summary>
    public const int StepsPerLook = 8;

    private const int MostHistory = 600;
    private const int Side = KernelsState.ImageSize;

    private readonly KernelFilter _filter = new();
    private readonly List<(double Step, double Loss)> _history = [];
    private INetworkRunner? _runner;
    private Trainer? _trainer;
    private float[] _input = [];
    private int _stride = 1; // what isn't at a multiple of so many steps isn't remembered

    /// <summary>What it was started with; null before.</summary>
    public LearningSettings? Settings { get; private set; }

    /// <summary>The image that it was started with; null before.</summary>
    public float[]? Image { get; private set; }

    /// <summary>What the hidden kernel makes of the image.</summary>
    public FilteredImage? Target { get; private set; }

    /// <summary>What the kernel makes of it that has been learned so far.</summary>
    public FilteredImage? Output { get; private set; }

    /// <summary>The weights that have been learned so far.</summary>
    public Kernel Learned { get; private set; } = KernelPreset.Identity.Weights();

    /// <summary>The bias so far; the hidden one is 0.</summary>
    public double Bias { get; private set; }

    /// <summary>Mean squared error over all output pixels, as last measured.</summary>
    public double Loss { get; private set; }

    /// <summary>Updates done.</summary>
    public int Steps => _trainer?.Epoch ?? 0;

    /// <summary>How far the worst weight is off.</summary>
    public double Error => Settings is null ? double.PositiveInfinity : Learned.DistanceTo(Settings.Hidden);

    /// <summary>Whether all nine weights are right to three decimals.</summary>
    public bool IsFound => Error <= Tolerance;

    /// <summary>Whether it has stopped before an update that would not have been finite.</summary>
    public bool HasDiverged => _trainer?.HasDiverged ?? false;

    /// <summary>The mean loss of the steps from a look to the next, by the first of them; thinned out when there are many.</summary>
    public IReadOnlyList<(double Step, double Loss)> History => _history;

    /// <summary>Starts from the first weights of these settings.</summary>
    public async Task StartAsync(LearningSettings settings, float[] image)
    {
        (Settings, Image) = (settings, image);
        _input = Standardised(image);
        Target = _filter.Apply(_input, Side, settings.Hidden, BorderRule.Valid);
        NetworkSpec spec = KernelFilter.Spec(Side, padded: false);
        SampleSet samples = SampleSet.OfValues(spec.Input, _input, Target.Values, Target.Values.Length);
        OptimizerSpec optimizer =
            settings.Momentum > 0 ? new Momentum(settings.Rate, settings.Momentum) : new Sgd(settings.Rate);
        float[] first = Initialiser.Parameters(spec, settings.Seed);
        INetworkRunner runner = await factory.CreateAsync(spec, new TrainingSettings(optimizer, BatchSize: 1), samples, first);
        if (!ReferenceEquals(Settings, settings))
        {
            // Other settings have come in the meantime.
            await runner.DisposeAsync();
            return;
        }

        await DisposeAsync();
        _runner = runner;
        _trainer = new Trainer(runner, sampleCount: 1, settings.Seed);
        _history.Clear();
        _stride = 1;
        await MeasureAsync();
    }

    /// <summary>How often it has been made to start anew.</summary>
    public int Forgotten { get; private set; }

    /// <summary>Makes it start anew where it is next shown.</summary>
    public void Forget()
    {
        Settings = null;
        Forgotten++;
    }

    /// <summary>
    /// Goes on to the next look at the weights, or does one step alone. Looks have fixed places, so that the same settings end at the
    /// same step on every machine.
    /// </summary>
    /// <returns>How many steps; 0 where there is nothing more to learn or no way to go on.</returns>
    public async ValueTask<int> StepAsync(CancellationToken cancellation, bool alone = false)
    {
        if (_trainer is null || _runner is null || IsFound || HasDiverged)
        {
            return 0;
        }

        (INetworkRunner runner, int step) = (_runner, Steps);
        int count = alone ? 1 : StepsPerLook - (step % StepsPerLook);
        TrainingResult result = await _trainer.TrainAsync(count, cancellation);
        if (result.Minibatches > 0)
        {
            Remember(step, result.MeanLoss);
            Read(await runner.CopyAsync());
        }

        return result.Minibatches;
    }

    /// <summary>Runs the learned kernel over the image.</summary>
    public async Task MeasureAsync()
    {
        float[] output = new float[Target!.Values.Length];
        await _runner!.PredictAsync(_input, output);
        Read(await _runner.CopyAsync());
        Output = new FilteredImage(output, Target.Size, Target.Inset);
        Loss = output.Zip(Target.Values, (y, t) => ((double)y - t) * ((double)y - t)).Average();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _runner?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>(x − mean) / standard deviation.</summary>
    public static float[] Standardised(float[] image)
    {
        double mean = image.Average(value => (double)value);
        double variance = image.Average(value => (value - mean) * (value - mean));
        double scale = variance > 0 ? 1 / Math.Sqrt(variance) : 0;
        return [.. image.Select(value => (float)((value - mean) * scale))];
    }

    private void Read(RunnerState state)
    {
        Learned = new Kernel(state.Parameters.Take(Kernel.Count).Select(weight => (double)weight));
        Bias = state.Parameters[Kernel.Count];
    }

    private void Remember(int step, double loss)
    {
        if (step % _stride != 0)
        {
            return;
        }

        while (_history.Count >= MostHistory)
        {
            _stride *= 2;
            _history.RemoveAll(point => point.Step % _stride != 0);
        }

        _history.Add((step, loss));
    }
}
