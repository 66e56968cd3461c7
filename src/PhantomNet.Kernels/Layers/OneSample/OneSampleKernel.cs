using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;

namespace PhantomNet.Kernels.Layers.OneSample;

/// <summary>A layer that runs forward alone, on one sample: neighbouring pixels, or inputs, are side by side.</summary>
internal abstract class OneSampleKernel(LayerPlan plan, MemoryPlan memory) : LayerKernel(plan, memory)
{
    public sealed override void InputGradient(Writer writer) =>
        throw new InvalidOperationException("A module for predicting knows no way back.");
}
