namespace PhantomNet.Wasm;

/// <summary>Bytes that lie in the memory from the start.</summary>
/// <param name="Address">Where.</param>
/// <param name="Bytes">Which.</param>
public sealed record DataSegment(int Address, ReadOnlyMemory<byte> Bytes);
