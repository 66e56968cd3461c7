namespace PhantomNet.Bench.Cases;

/// <summary>What is made larger while the rest stays.</summary>
internal enum Series
{
    ImageSize,
    Filters,
    Batch,
}
