namespace PhantomNet.Networks.Runners;

/// <summary>What a call to train has come to, minibatch by minibatch.</summary>
internal readonly record struct Progress(int Minibatches, double Losses, int Samples, int Correct)
{
    public Progress And(Progress more) =>
        new(Minibatches + more.Minibatches, Losses + more.Losses, Samples + more.Samples, Correct + more.Correct);

    public TrainingResult Result(bool diverged) =>
        new(Minibatches, Minibatches == 0 ? 0 : Losses / Minibatches, diverged, Samples, Correct);
}
