namespace PhantomNet.Kernels.Writing;

/// <summary>Where an element lies: the local that points there, and bytes to add.</summary>
internal readonly record struct Place(int Pointer, int Offset);
