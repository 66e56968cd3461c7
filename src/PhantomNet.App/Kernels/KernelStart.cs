using PhantomNet.Exercises.Shared;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.App.Kernels;

/// <summary>Compiles a network and starts its worker. Apart from the factory, since these types come with a library of their own.</summary>
internal static class KernelStart
{
    private const double MostMsAtOnce = 8;

    /// <summary>A runner, or null where the browser refuses a worker or the network is too large for a module's memory.</summary>
    public static async Task<INetworkRunner?> TryAsync(
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        float[] parameters,
        IFrameClock clock,
        EngineNews news
    )
    {
        double start = clock.NowMs;
        try
        {
            return await LastingRunner.CreateAsync(
                async state => await CompiledRunner.CreateAsync(new WorkerHosts(), spec, settings, train, state, RestAsync),
                parameters,
                news.Recover
            );
        }
        catch (Exception error) when (error is KernelHostLostException or ArgumentException)
        {
            return null;
        }

        // The interpreter takes its time over what it sees for the first time; the page's own work comes in between.
        async Task RestAsync()
        {
            if (clock.NowMs - start > MostMsAtOnce)
            {
                await Task.Delay(1);
                start = clock.NowMs;
            }
        }
    }
}
