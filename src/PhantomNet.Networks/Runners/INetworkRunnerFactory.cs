using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Runners;

/// <summary>Makes the runner that suits where the program runs.</summary>
public interface INetworkRunnerFactory
{
    /// <summary>A runner for this network, with these samples at hand and these parameters to start from.</summary>
    /// <exception cref="ArgumentException">The samples, settings or parameters don't fit the network; the message names both.</exception>
    ValueTask<INetworkRunner> CreateAsync(NetworkSpec spec, TrainingSettings settings, SampleSet train, float[] parameters);
}
