using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers;

/// <summary>The largest number of each window; of equal ones the first in reading order has the gradient. NaN wins.</summary>
internal sealed class MaxPoolingKernel(LayerPlan plan, MemoryPlan memory) : PoolingKernel(plan, memory)
{
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
                        writer.Code.Emit(F32x4.Max);
                    }
                }
            }
        );

    protected override void Share(Writer writer, int x, int y, int dy, int dx)
    {
        Code code = writer.Code;
        int largest = writer.NewVector();
        int gradient = writer.NewVector(); // what no place has taken yet
        int taken = writer.NewVector();
        writer.Load(y);
        code.LocalSet(largest);
        writer.Load(dy);
        if (Plan.RectifiesBack)
        {
            // Where the winner is not above 0, the ReLU before this layer lets nothing through.
            code.LocalGet(largest);
            code.Splat(0);
            code.Emit(F32x4.Gt, V128.And);
        }

        code.LocalSet(gradient);
        foreach ((int from, int to) in Offsets(Plan.Input).Zip(Offsets(Plan.InputGradient!)))
        {
            writer.Load(x, from);
            code.LocalGet(largest);
            code.Emit(F32x4.Eq);
            code.LocalGet(gradient);
            code.Emit(V128.And);
            code.LocalSet(taken);
            Give(writer, dx, to, () => code.LocalGet(taken));
            code.LocalGet(gradient);
            writer.Load(x, from);
            code.LocalGet(largest);
            code.Emit(F32x4.Eq, V128.Andnot);
            code.LocalSet(gradient);
        }
    }
}
