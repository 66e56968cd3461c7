using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Kernels.Running;

/// <summary>Makes compiled runners.</summary>
public sealed class CompiledRunnerFactory(IKernelHostFactory hosts) : INetworkRunnerFactory
{
    /// <inheritdoc/>
    public async ValueTask<INetworkRunner> CreateAsync(
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        float[] parameters
    ) => await CompiledRunner.CreateAsync(hosts, spec, settings, train, parameters);
}
