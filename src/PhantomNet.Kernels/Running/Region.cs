namespace PhantomNet.Kernels.Running;

/// <summary>A part of the module's memory.</summary>
/// <param name="Address">Its first byte.</param>
/// <param name="Bytes">Its length.</param>
public readonly record struct Region(int Address, int Bytes);
