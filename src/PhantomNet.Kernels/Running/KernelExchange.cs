namespace PhantomNet.Kernels.Running;

/// <summary>One crossing of the border to a module.</summary>
public sealed class KernelExchange
{
    /// <summary>Bytes to put into the memory before the call.</summary>
    public IReadOnlyList<(int Address, ReadOnlyMemory<byte> Bytes)> Writes { get; init; } = [];

    /// <summary>The exported function; null for none.</summary>
    public string? Function { get; init; }

    /// <summary>Its arguments, all i32.</summary>
    public IReadOnlyList<int> Arguments { get; init; } = [];

    /// <summary>What to take from the memory after the call.</summary>
    public IReadOnlyList<(int Address, Memory<byte> Bytes)> Reads { get; init; } = [];

    /// <summary>
    /// Tensors to take after the call: of the first so many samples that lie side by side the numbers without what is between them,
    /// [samples, channels, height, width].
    /// </summary>
    public IReadOnlyList<(TensorPlace Place, int Samples, Memory<float> Values)> Tensors { get; init; } = [];
}
