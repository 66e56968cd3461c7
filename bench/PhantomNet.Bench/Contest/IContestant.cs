using PhantomNet.Bench.Cases;

namespace PhantomNet.Bench.Contest;

/// <summary>Something that trains and runs networks, on one thread. Each measurement begins with the case's own parameters.</summary>
internal interface IContestant : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Takes a case. What follows is about the last one taken.</summary>
    /// <exception cref="ContestantException">It isn't here, or can't run this network; the message says why. So for all of these.</exception>
    Task LoadAsync(BenchCase given);

    /// <summary>Mean losses of the first minibatches, each before its update.</summary>
    Task<double[]> LossesAsync(int steps);

    /// <summary>Logits of the first samples.</summary>
    Task<double[]> OutputsAsync(int count);

    /// <summary>Samples a second, trained for about so long.</summary>
    Task<double> TrainAsync(double ms);

    /// <summary>Samples a second, predicted for about so long, so many at a time.</summary>
    Task<double> PredictAsync(double ms, int batch);
}
