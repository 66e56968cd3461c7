using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers;

/// <summary>y = W x + b. A weight is read once for the four samples of a group.</summary>
/// <remarks>
/// Weight gradients are not kept in lanes: they are summed over all groups in one go when these have gone through, so that even
/// millions of weights need no more room than one float each.
/// </remarks>
internal sealed class DenseKernel(LayerPlan plan, MemoryPlan memory) : LayerKernel(plan, memory)
{
    private const int OutputsAtOnce = 8;
    private const int InputsAtOnce = 4;

    private int Inputs => Plan.Input.Shape.Length;

    private int Outputs => Plan.Output.Shape.Length;

    private int RowBytes => Inputs * sizeof(float);

    public override void Forward(Writer writer)
    {
        int y = writer.NewPointer();
        int w = writer.NewPointer();
        int b = writer.NewPointer();
        writer.Point(y, Plan.Output);
        writer.Point(w, WeightAddress);
        writer.Point(b, BiasAddress);
        writer.Repeat(Outputs / OutputsAtOnce, () => ForwardBlock(writer, y, w, b, OutputsAtOnce));
        if (Outputs % OutputsAtOnce is > 0 and int rest)
        {
            ForwardBlock(writer, y, w, b, rest);
        }
    }

    public override void InputGradient(Writer writer)
    {
        int dx = writer.NewPointer();
        int w = writer.NewPointer();
        writer.Point(dx, Plan.InputGradient!);
        writer.Point(w, WeightAddress);
        writer.Repeat(Inputs / OutputsAtOnce, () => BackwardBlock(writer, dx, w, OutputsAtOnce));
        if (Inputs % OutputsAtOnce is > 0 and int rest)
        {
            BackwardBlock(writer, dx, w, rest);
        }
    }

    public override Action<Writer> ParameterGradients =>
        writer => new DenseGradient(writer, Plan, Memory, GradientAddress).Write();

    // A few outputs; with less than four of them, several sums for each, since one would wait for its last addition each time.
    private void ForwardBlock(Writer writer, int y, int w, int b, int outputs)
    {
        Code code = writer.Code;
        int parts = Math.Max(1, InputsAtOnce / outputs);
        int[] sums = writer.NewVectors(outputs * parts);
        for (int i = 0; i < sums.Length; i++)
        {
            if (i < outputs)
            {
                writer.LoadSplat(b, i * sizeof(float));
            }
            else
            {
                code.Splat(0);
            }

            code.LocalSet(sums[i]);
        }

        int x = writer.NewPointer();
        int at = writer.NewPointer();
        writer.Point(x, Plan.Input);
        writer.Copy(w, at);
        writer.Repeat(Inputs / InputsAtOnce, () => Add(InputsAtOnce));
        Add(Inputs % InputsAtOnce);
        for (int o = 0; o < outputs; o++)
        {
            for (int part = 1; part < parts; part++)
            {
                code.LocalGet(sums[o]);
                code.LocalGet(sums[o + (part * outputs)]);
                code.Emit(F32x4.Add);
                code.LocalSet(sums[o]);
            }

            writer.StoreLocal(y, o * Plan.Output.ChannelStride, sums[o]);
        }

        writer.Advance(y, outputs * Plan.Output.ChannelStride);
        writer.Advance(w, outputs * RowBytes);
        writer.Advance(b, outputs * sizeof(float));

        void Add(int inputs)
        {
            int value = writer.NewVector();
            for (int i = 0; i < inputs; i++)
            {
                writer.Load(x, i * Plan.Input.ChannelStride);
                code.LocalSet(value);
                for (int o = 0; o < outputs; o++)
                {
                    AddProduct(writer, sums[o + (i % parts * outputs)], value, at, (o * RowBytes) + (i * sizeof(float)));
                }
            }

            writer.Advance(x, inputs * Plan.Input.ChannelStride);
            writer.Advance(at, inputs * sizeof(float));
        }
    }

    // A few inputs, over all outputs.
    private void BackwardBlock(Writer writer, int dx, int w, int inputs)
    {
        Code code = writer.Code;
        int[] sums = writer.NewVectors(inputs);
        foreach (int sum in sums)
        {
            code.Splat(0);
            code.LocalSet(sum);
        }

        int dy = writer.NewPointer();
        int at = writer.NewPointer();
        int value = writer.NewVector();
        writer.Point(dy, Plan.OutputGradient);
        writer.Copy(w, at);
        writer.Repeat(
            Outputs,
            () =>
            {
                writer.Load(dy);
                code.LocalSet(value);
                for (int i = 0; i < inputs; i++)
                {
                    AddProduct(writer, sums[i], value, at, i * sizeof(float));
                }

                writer.Advance(dy, Plan.OutputGradient.ChannelStride);
                writer.Advance(at, RowBytes);
            }
        );
        for (int i = 0; i < inputs; i++)
        {
            writer.StoreLocal(dx, i * Plan.InputGradient!.ChannelStride, sums[i]);
        }

        writer.Advance(dx, inputs * Plan.InputGradient!.ChannelStride);
        writer.Advance(w, inputs * sizeof(float));
    }

    private static void AddProduct(Writer writer, int sum, int value, int weights, int offset)
    {
        writer.Code.LocalGet(sum);
        writer.Code.LocalGet(value);
        writer.LoadSplat(weights, offset);
        writer.Code.Emit(F32x4.Mul);
        writer.Code.Emit(F32x4.Add);
        writer.Code.LocalSet(sum);
    }
}
