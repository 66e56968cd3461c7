using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers;

/// <summary>The mean of each window; each place has an equal share of the gradient.</summary>
internal sealed class AveragePoolingKernel(LayerPlan plan, MemoryPlan memory) : PoolingKernel(plan, memory)
{
    private float Part => 1f / (Window.Size * Window.Size);

    protected override void Pool(Writer writer, int x, int y) =>
        writer.Store(
            y,
            0,
            () =>
            {
                foreach ((int offset, int i) in Offsets(Plan.Input).Select((offset, i) => (offset, i)))
                {
                    writer.Load(x, offset);
                    if (i > 0)
                    {
                        writer.Code.Emit(F32x4.Add);
                    }
                }

                writer.Code.Splat(Part);
                writer.Code.Emit(F32x4.Mul);
            }
        );

    protected override void Share(Writer writer, int x, int y, int dy, int dx)
    {
        int part = writer.NewVector();
        writer.Load(dy);
        writer.Code.Splat(Part);
        writer.Code.Emit(F32x4.Mul);
        writer.Code.LocalSet(part);
        foreach (int to in Offsets(Plan.InputGradient!))
        {
            Give(writer, dx, to, () => writer.Code.LocalGet(part));
        }
    }
}
