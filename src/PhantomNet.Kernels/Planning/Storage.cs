namespace PhantomNet.Kernels.Planning;

/// <summary>A piece of the module's memory that tensors lie in.</summary>
/// <param name="name">For messages and the map.</param>
/// <param name="isPerGroup">
/// Whether every group of four samples has its own: what is needed again when all groups of a minibatch have gone through. Its
/// address then counts from the start of the group's arena.
/// </param>
internal sealed class Storage(string name, bool isPerGroup)
{
    public string Name { get; } = name;

    public bool IsPerGroup { get; set; } = isPerGroup;

    public long Bytes { get; set; }

    /// <summary>Set once, when all storages are known.</summary>
    public int Address { get; set; }
}
