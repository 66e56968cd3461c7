using PhantomNet.Networks;

namespace PhantomNet.Exercises.Step3Activations;

/// <summary>What a fit starts from; another one starts another fit.</summary>
/// <param name="Target">The curve.</param>
/// <param name="Neurons">Hidden neurons.</param>
/// <param name="Function">Their activation; the identity where it is switched off.</param>
/// <param name="Seed">Decides the first weights and the order of the samples.</param>
/// <param name="LearningRate">Adam's.</param>
public sealed record FitSettings(FitTarget Target, int Neurons, Activation Function, int Seed, double LearningRate)
{
    /// <summary>Whether gradients can train it.</summary>
    public bool IsTrainable => Function != Activation.Step;
}
