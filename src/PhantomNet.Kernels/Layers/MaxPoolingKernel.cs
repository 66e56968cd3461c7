using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers;

/// <summary>The largest number of each window; of equal ones the first in reading order has the gradient. NaN wins.</summary>
internal sealed class MaxPoolingKernel(LayerPlan plan, MemoryPlan memory) : PoolingKernel(plan, memory)
{
    protected override void Pool(Writer writer, int x, int y)
    {
        int largest = writer.NewVector();
        writer.Load(x);
        writer.Code.LocalSet(largest);
        EachPlace(
            writer,
            places =>
            {
                if (places[0] != new Place(x, 0)) // that one it begins with
                {
                    writer.Code.LocalGet(largest);
                    writer.Load(places[0]);
                    // Rectified floats are in the order of their bits, above all NaN. That is one instruction; the largest of two
                    // floats is eight, for the sake of NaN and −0.
                    writer.Code.Emit(Plan.IsInputRectified ? I32x4.MaxU : F32x4.Max);
                    writer.Code.LocalSet(largest);
                }
            },
            (x, Plan.Input)
        );
        writer.StoreLocal(y, 0, largest);
    }

    protected override void Share(Writer writer, int x, int y, int dy, int dx)
    {
        Code code = writer.Code;
        int largest = writer.NewVector();
        int gradient = writer.NewVector(); // what no place has taken yet
        int isWinner = writer.NewVector();
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
        EachPlace(
            writer,
            places =>
            {
                writer.Load(places[0]);
                code.LocalGet(largest);
                code.Emit(F32x4.Eq);
                code.LocalTee(isWinner);
                code.LocalGet(gradient);
                code.Emit(V128.And);
                code.LocalSet(taken);
                Give(writer, places[1], () => code.LocalGet(taken));
                code.LocalGet(gradient);
                code.LocalGet(isWinner);
                code.Emit(V128.Andnot);
                code.LocalSet(gradient);
            },
            (x, Plan.Input),
            (dx, Plan.InputGradient!)
        );
    }
}
