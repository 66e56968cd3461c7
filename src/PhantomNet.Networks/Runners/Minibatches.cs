namespace PhantomNet.Networks.Runners;

/// <summary>Which samples to train on, in which order, and where each minibatch starts and ends.</summary>
/// <param name="Order">Indices of samples.</param>
/// <param name="Bounds">Minibatch k is Order[Bounds[k]..Bounds[k + 1]]: one more bound than minibatches.</param>
public readonly record struct Minibatches(ReadOnlyMemory<int> Order, ReadOnlyMemory<int> Bounds)
{
    /// <summary>Number of minibatches.</summary>
    public int Count => Math.Max(0, Bounds.Length - 1);

    /// <summary>The samples of one minibatch.</summary>
    public ReadOnlySpan<int> Samples(int minibatch) => Order.Span[Bounds.Span[minibatch]..Bounds.Span[minibatch + 1]];
}
