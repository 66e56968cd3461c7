using PhantomNet.Kernels;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.App.Kernels;

/// <summary>Compiles networks and starts their workers. Apart from the factory, since these types come with a library of their own.</summary>
internal static class KernelStart
{
    /// <summary>Has the compiler run once for nothing.</summary>
    public static Task WarmUpAsync(Breaks breaks) => CompilerWarmUp.RunAsync(breaks.TakeAsync);

    /// <summary>A runner, or null where the browser refuses a worker.</summary>
    /// <exception cref="ArgumentException">The network is too large for a module's memory.</exception>
    public static async Task<INetworkRunner?> TryAsync(
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        float[] parameters,
        bool looksFirst,
        Action recovered,
        Breaks breaks
    )
    {
        try
        {
            return await LastingRunner.CreateAsync(
                async state =>
                    await CompiledRunner.CreateAsync(
                        new WorkerHosts(),
                        spec,
                        settings,
                        train,
                        state,
                        breaks.TakeAsync,
                        looksFirst
                    ),
                parameters,
                recovered
            );
        }
        catch (KernelHostLostException)
        {
            return null;
        }
    }
}
