using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Runners;

/// <summary>Makes textbook runners.</summary>
public sealed class TextbookRunnerFactory : INetworkRunnerFactory
{
    /// <inheritdoc/>
    public ValueTask<INetworkRunner> CreateAsync(
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        float[] parameters
    ) => new(new TextbookRunner(spec, settings, train, parameters));
}
