using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers;

/// <summary>The mean of each window; each place has an equal share of the gradient.</summary>
internal sealed class AveragePoolingKernel(LayerPlan plan, MemoryPlan memory) : PoolingKernel(plan, memory)
{
    private float Part => 1f / (Window.Size * Window.Size);

    protected override void Pool(Writer writer, int x, int y)
    {
        int sum = writer.NewVector();
        writer.Code.Splat(0);
        writer.Code.LocalSet(sum);
        EachPlace(
            writer,
            places =>
            {
                writer.Code.LocalGet(sum);
                writer.Load(places[0]);
                writer.Code.Emit(F32x4.Add);
                writer.Code.LocalSet(sum);
            },
            (x, Plan.Input)
        );
        writer.Store(
            y,
            0,
            () =>
            {
                writer.Code.LocalGet(sum);
                writer.Code.Splat(Part);
                writer.Code.Emit(F32x4.Mul);
            }
        );
    }

    protected override void Share(Writer writer, int x, int y, int dy, int dx)
    {
        int part = writer.NewVector();
        writer.Load(dy);
        writer.Code.Splat(Part);
        writer.Code.Emit(F32x4.Mul);
        writer.Code.LocalSet(part);
        EachPlace(writer, places => Give(writer, places[0], () => writer.Code.LocalGet(part)), (dx, Plan.InputGradient!));
    }
}
