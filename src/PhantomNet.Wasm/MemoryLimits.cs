namespace PhantomNet.Wasm;

/// <summary>Size of the memory in pages of 64 KiB.</summary>
/// <param name="Minimum">Pages at the start.</param>
/// <param name="Maximum">Pages that it may grow to; null for as many as there are.</param>
public sealed record MemoryLimits(int Minimum, int? Maximum = null)
{
    /// <summary>Bytes of a page.</summary>
    public const int PageBytes = 65536;

    /// <summary>As many pages as an address of 32 bits can reach.</summary>
    public const int MostPages = 65536;
}
