using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Specs;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers.OneSample;

/// <summary>The largest number or the mean of each window, for four neighbouring windows at a time. NaN wins.</summary>
internal sealed class OneSamplePooling(LayerPlan plan, MemoryPlan memory) : OneSampleKernel(plan, memory)
{
    private const int LargestUnrolled = 8; // rows and columns of a window

    private bool IsMax => Plan.Spec is MaxPoolingSpec;

    private Window Window => Plan.Spec.Window!.Value;

    public override void Forward(Writer writer)
    {
        int x = writer.NewPointer();
        int y = writer.NewPointer();
        int value = writer.NewVector();
        writer.Point(x, Plan.Input);
        writer.Point(y, Plan.Output);
        RowWriter.ForEach(
            writer,
            Plan.Needed,
            count =>
            {
                writer.Code.Splat(IsMax ? float.NegativeInfinity : 0);
                writer.Code.LocalSet(value);
                EachPlace(writer, x, value);
                if (!IsMax)
                {
                    writer.Code.LocalGet(value);
                    writer.Code.Splat(1f / (Window.Size * Window.Size));
                    writer.Code.Emit(F32x4.Mul);
                    writer.Code.LocalSet(value);
                }

                writer.StorePixels(y, 0, value, Plan.Output, count);
            },
            (x, Plan.Input, Window.Stride),
            (y, Plan.Output, 1)
        );
    }

    private void EachPlace(Writer writer, int x, int value)
    {
        if (Window.Size <= LargestUnrolled)
        {
            for (int i = 0; i < Window.Size * Window.Size; i++)
            {
                Take(writer, x, (i / Window.Size * Plan.Input.RowStride) + (i % Window.Size * Tensor.Single), value);
            }

            return;
        }

        int place = writer.NewPointer();
        writer.Copy(x, place);
        writer.Repeat(
            Window.Size,
            () =>
            {
                writer.Repeat(
                    Window.Size,
                    () =>
                    {
                        Take(writer, place, 0, value);
                        writer.Advance(place, Tensor.Single);
                    }
                );
                writer.Advance(place, Plan.Input.RowStride - (Window.Size * Tensor.Single));
            }
        );
    }

    private void Take(Writer writer, int pointer, int offset, int value)
    {
        Code code = writer.Code;
        code.LocalGet(value);
        writer.LoadPixels(pointer, offset, Plan.Input, Window.Stride);
        code.Emit(IsMax ? F32x4.Max : F32x4.Add);
        code.LocalSet(value);
    }
}
