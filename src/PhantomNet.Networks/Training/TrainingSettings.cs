using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Training;

/// <summary>How a network is trained.</summary>
/// <param name="Optimizer">How a gradient becomes an update.</param>
/// <param name="BatchSize">Samples in a minibatch, at least 1; the last one of an epoch may be smaller.</param>
/// <param name="L2">λ: ½ λ Σ w² over the weights (not the biases) is added to the loss; 0 or more.</param>
/// <param name="DropoutSeed">Decides which elements drop out at each update, in a network with dropout.</param>
/// <param name="ClassWeights">How much a sample of each class counts in the loss; null where all count the same.</param>
public sealed record TrainingSettings(
    OptimizerSpec Optimizer,
    int BatchSize,
    double L2 = 0,
    int DropoutSeed = 0,
    ClassWeights? ClassWeights = null
)
{
    /// <summary>Throws when a setting is out of its range.</summary>
    /// <exception cref="ArgumentException">The message names the setting, its value and its range.</exception>
    public void Check()
    {
        Optimizer.Check();
        if (BatchSize < 1)
        {
            throw new ArgumentException($"The batch size is {BatchSize}; it must be at least 1.");
        }

        if (!(L2 >= 0 && double.IsFinite(L2)))
        {
            throw new ArgumentException($"L2 is {L2}; it must be a finite number, 0 or more.");
        }
    }

    /// <summary>Throws when a setting is out of its range, or when this network can't be trained with it.</summary>
    /// <exception cref="ArgumentException">The message names both sides.</exception>
    public void Check(NetworkSpec spec)
    {
        Check();
        ClassWeights?.CheckFit(spec.Loss, spec.Output.Length);
    }
}
