using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Kernels.Running;

/// <summary>A network compiled for exactly its shapes, settings and number of samples.</summary>
/// <param name="Spec">The network.</param>
/// <param name="Settings">How it is trained.</param>
/// <param name="SampleCount">Samples that its memory holds to train on.</param>
/// <param name="Bytes">The WebAssembly module.</param>
/// <param name="Map">Where everything lies in its memory.</param>
public sealed record NetworkModule(
    NetworkSpec Spec,
    TrainingSettings Settings,
    int SampleCount,
    ReadOnlyMemory<byte> Bytes,
    MemoryMap Map
);
