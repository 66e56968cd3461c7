namespace PhantomNet.Networks.Runners;

/// <summary>What came of a call to train.</summary>
/// <param name="Minibatches">Minibatches done; fewer than asked for after a divergence or a cancellation.</param>
/// <param name="MeanLoss">
/// The mean of their losses, each taken before its update, without the L2 term; 0 where none was done.
/// </param>
/// <param name="Diverged">Whether the next update would not have been finite. The parameters are those before it.</param>
/// <param name="Samples">Samples in these minibatches, each counted as often as it was there.</param>
/// <param name="Correct">
/// How many of those were given their own class, each before the update of its minibatch, with dropout acting; 0 in a regression,
/// which has no classes.
/// </param>
public readonly record struct TrainingResult(int Minibatches, double MeanLoss, bool Diverged, int Samples = 0, int Correct = 0);
