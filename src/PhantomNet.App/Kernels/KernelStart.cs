using PhantomNet.Exercises.Shared;
using PhantomNet.Kernels;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.App.Kernels;

/// <summary>Compiles networks and starts their workers. Apart from the factory, since these types come with a library of their own.</summary>
/// <param name="clock">Tells how long it has kept the page's thread.</param>
internal sealed class KernelStart(IFrameClock clock)
{
    private const double MostMsAtOnce = 8;

    private double _since;

    /// <summary>
    /// Compiles a little of everything and throws it away: the interpreter takes ten times as long over what it sees for the first time.
    /// </summary>
    public async Task WarmUpAsync()
    {
        NetworkSpec spec = new(
            new Shape(1, 8, 8),
            Loss.BinaryCrossEntropy,
            new ConvolutionSpec(4, 3),
            new ActivationSpec(Activation.ReLU),
            new MaxPoolingSpec(2),
            new ConvolutionSpec(4, 3),
            new FlattenSpec(),
            new DenseSpec(4),
            new ActivationSpec(Activation.Tanh),
            new DenseSpec(1)
        );
        _since = clock.NowMs;
        await NetworkCompiler.CompileAsync(spec, new TrainingSettings(new Sgd(0.1), BatchSize: 4), sampleCount: 4, RestAsync);
    }

    /// <summary>A runner, or null where the browser refuses a worker or the network is too large for a module's memory.</summary>
    public async Task<INetworkRunner?> TryAsync(
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        float[] parameters,
        Action recovered
    )
    {
        _since = clock.NowMs;
        try
        {
            return await LastingRunner.CreateAsync(
                async state => await CompiledRunner.CreateAsync(new WorkerHosts(), spec, settings, train, state, RestAsync),
                parameters,
                recovered
            );
        }
        catch (Exception error) when (error is KernelHostLostException or ArgumentException)
        {
            return null;
        }
    }

    // The page's own work comes in between.
    private async Task RestAsync()
    {
        if (clock.NowMs - _since > MostMsAtOnce)
        {
            await Task.Delay(1);
            _since = clock.NowMs;
        }
    }
}
