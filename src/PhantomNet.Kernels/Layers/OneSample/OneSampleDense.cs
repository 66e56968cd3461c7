using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Training;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers.OneSample;

/// <summary>
/// y = W x + b, four inputs at a time: each weight is read once, in the order in which it lies, which is what takes the time.
/// </summary>
internal sealed class OneSampleDense(LayerPlan plan, MemoryPlan memory) : OneSampleKernel(plan, memory)
{
    private const int Four = MemoryPlan.Lanes;
    private const int VectorsAtOnce = 2; // sums of an output, so that they don't wait for one another

    private int Inputs => Plan.Input.Shape.Length;

    private int Outputs => Plan.Output.Shape.Length;

    private int RowBytes => Inputs * sizeof(float);

    public override void Forward(Writer writer)
    {
        int w = writer.NewPointer();
        int b = writer.NewPointer();
        int y = writer.NewPointer();
        writer.Point(w, WeightAddress);
        writer.Point(b, BiasAddress);
        writer.Point(y, Plan.Output);
        writer.Repeat(Outputs / Four, () => Block(writer, w, b, y, Four));
        if (Outputs % Four is > 0 and int rest)
        {
            Block(writer, w, b, y, rest);
        }
    }

    private void Block(Writer writer, int w, int b, int y, int outputs)
    {
        Code code = writer.Code;
        int[] sums = writer.NewVectors(outputs * VectorsAtOnce);
        int x = writer.NewPointer();
        int at = writer.NewPointer();
        int value = writer.NewVector();
        foreach (int sum in sums)
        {
            code.Splat(0);
            code.LocalSet(sum);
        }

        writer.Point(x, Plan.Input);
        writer.Copy(w, at);
        writer.Repeat(Inputs / (Four * VectorsAtOnce), () => Products(VectorsAtOnce));
        Products(Inputs / Four % VectorsAtOnce);
        if (Inputs % Four is > 0 and int rest)
        {
            RestOfRow(rest);
        }

        for (int o = 0; o < outputs; o++)
        {
            code.LocalGet(sums[o]);
            code.LocalGet(sums[outputs + o]);
            code.Emit(F32x4.Add);
            code.LocalSet(sums[o]);
        }

        LaneSum.Write(writer, sums.AsSpan(0, outputs));
        writer.LoadFloats(b);
        code.Emit(F32x4.Add);
        code.LocalSet(value);
        Store(writer, y, value, outputs);
        writer.Advance(w, outputs * RowBytes);
        writer.Advance(b, outputs * sizeof(float));
        writer.Advance(y, outputs * Plan.Output.ChannelStride);

        void Products(int vectors)
        {
            for (int v = 0; v < vectors; v++)
            {
                writer.LoadFloats(x, v * Tensor.Element);
                code.LocalSet(value);
                for (int o = 0; o < outputs; o++)
                {
                    code.LocalGet(sums[(v * outputs) + o]);
                    code.LocalGet(value);
                    writer.LoadFloats(at, (o * RowBytes) + (v * Tensor.Element));
                    code.Emit(F32x4.Mul, F32x4.Add);
                    code.LocalSet(sums[(v * outputs) + o]);
                }
            }

            writer.Advance(x, vectors * Tensor.Element);
            writer.Advance(at, vectors * Tensor.Element);
        }

        // What lies behind the row belongs to others: neither it nor its products may come in.
        void RestOfRow(int count)
        {
            Span<float> mask = [0, 0, 0, 0];
            mask[..count].Fill(BitConverter.Int32BitsToSingle(-1));
            (float m0, float m1, float m2, float m3) = (mask[0], mask[1], mask[2], mask[3]);
            writer.LoadFloats(x);
            code.LocalSet(value);
            for (int o = 0; o < outputs; o++)
            {
                code.LocalGet(sums[o]);
                code.LocalGet(value);
                writer.LoadFloats(at, o * RowBytes);
                code.Emit(F32x4.Mul);
                code.Const(m0, m1, m2, m3);
                code.Emit(V128.And, F32x4.Add);
                code.LocalSet(sums[o]);
            }
        }
    }

    // With gaps where a convolution with padding follows.
    private void Store(Writer writer, int y, int value, int outputs)
    {
        if (Plan.Output.IsContiguous && outputs == Four)
        {
            writer.StoreFloats(y, 0, value);
            return;
        }

        for (int o = 0; o < outputs; o++)
        {
            writer.Code.LocalGet(y);
            writer.Code.LocalGet(value);
            writer.Code.AccessLane(V128.Store32Lane, o, o * Plan.Output.ChannelStride, 2);
        }
    }
}
