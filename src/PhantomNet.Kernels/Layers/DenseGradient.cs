using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Training;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers;

/// <summary>
/// ∂loss/∂w[o, i] = Σ dy[o] x[i] over all samples: over the groups in a loop, and over the lanes at its end, four weights at a time.
/// </summary>
/// <remarks>
/// A vector that reaches past the end of what it belongs to writes into what comes later, which is written later too: gradients
/// are written in the order in which they lie.
/// </remarks>
internal sealed class DenseGradient(Writer writer, LayerPlan plan, MemoryPlan memory, int gradientAddress)
{
    private const int Groups = 0; // the function's parameter
    private const int Vector = MemoryPlan.Lanes;
    private const int OutputsAtOnce = 2;

    private readonly int _inputs = plan.Input.Shape.Length;
    private readonly int _outputs = plan.Output.Shape.Length;
    private readonly Code _code = writer.Code;
    private readonly int _x = writer.NewPointer(); // of this block, in the first group
    private readonly int _dy = writer.NewPointer();
    private readonly int _dw = writer.NewPointer();

    public void Write()
    {
        writer.Point(_dy, memory.FirstArena + plan.OutputGradient.Address);
        writer.Point(_dw, gradientAddress);
        if (_inputs < Vector)
        {
            Repeat(Vector, ShortRows);
        }
        else
        {
            Repeat(OutputsAtOnce, LongRows);
        }

        writer.Point(_dy, memory.FirstArena + plan.OutputGradient.Address);
        Repeat(Vector, Biases);
    }

    private void Repeat(int atOnce, Action<int> outputs)
    {
        writer.Repeat(_outputs / atOnce, () => outputs(atOnce));
        if (_outputs % atOnce is > 0 and int rest)
        {
            outputs(rest);
        }
    }

    // A few outputs with all inputs, four at a time; the last four overlap those before if they don't come out even.
    private void LongRows(int outputs)
    {
        int rowBytes = _inputs * sizeof(float);
        writer.Point(_x, memory.FirstArena + plan.Input.Address);
        writer.Repeat(_inputs / Vector, Block);
        if (_inputs % Vector is > 0 and int rest)
        {
            writer.Advance(_x, (rest - Vector) * plan.Input.ChannelStride);
            writer.Advance(_dw, (rest - Vector) * sizeof(float));
            Block();
        }

        writer.Advance(_dw, (outputs - 1) * rowBytes);
        writer.Advance(_dy, outputs * plan.OutputGradient.ChannelStride);

        void Block()
        {
            (int, int)[] pairs = [.. Enumerable.Range(0, outputs * Vector).Select(k => (k / Vector, k % Vector))];
            int[] sums = Sum(pairs);
            for (int o = 0; o < outputs; o++)
            {
                LaneSum.Write(writer, sums.AsSpan(o * Vector, Vector));
                StoreTop(o * rowBytes);
            }

            writer.Advance(_x, Vector * plan.Input.ChannelStride);
            writer.Advance(_dw, Vector * sizeof(float));
        }
    }

    // Up to four outputs with so few inputs that a vector spans several rows.
    private void ShortRows(int outputs)
    {
        writer.Point(_x, memory.FirstArena + plan.Input.Address);
        (int, int)[] pairs = [.. Enumerable.Range(0, outputs * _inputs).Select(k => (k / _inputs, k % _inputs))];
        int stored = 0;
        foreach ((int, int)[] four in pairs.Chunk(Vector))
        {
            LaneSum.Write(writer, Sum(four));
            StoreTop(stored * sizeof(float));
            stored += four.Length;
        }

        writer.Advance(_dw, pairs.Length * sizeof(float));
        writer.Advance(_dy, outputs * plan.OutputGradient.ChannelStride);
    }

    private void Biases(int outputs)
    {
        LaneSum.Write(writer, Sum([.. Enumerable.Range(0, outputs).Select(o => (o, -1))]));
        StoreTop(0);
        writer.Advance(_dw, outputs * sizeof(float));
        writer.Advance(_dy, outputs * plan.OutputGradient.ChannelStride);
    }

    // Σ over groups of dy[o] x[i], or of dy[o] for i < 0, a local each.
    private int[] Sum((int Output, int Input)[] pairs)
    {
        int[] sums = writer.NewVectors(pairs.Length);
        foreach (int sum in sums)
        {
            _code.Splat(0);
            _code.LocalSet(sum);
        }

        int x = writer.NewPointer();
        int dy = writer.NewPointer();
        int left = writer.NewPointer();
        writer.Copy(_x, x);
        writer.Copy(_dy, dy);
        writer.Copy(Groups, left);
        int dyValue = writer.NewVector();
        int loaded = -1;
        writer.RepeatLocal(
            left,
            () =>
            {
                for (int k = 0; k < pairs.Length; k++)
                {
                    if (pairs[k].Output != loaded)
                    {
                        loaded = pairs[k].Output;
                        writer.Load(dy, loaded * plan.OutputGradient.ChannelStride);
                        _code.LocalSet(dyValue);
                    }

                    _code.LocalGet(sums[k]);
                    _code.LocalGet(dyValue);
                    if (pairs[k].Input >= 0)
                    {
                        writer.Load(x, pairs[k].Input * plan.Input.ChannelStride);
                        _code.Emit(F32x4.Mul);
                    }

                    _code.Emit(F32x4.Add);
                    _code.LocalSet(sums[k]);
                }

                writer.Advance(x, memory.ArenaBytes);
                writer.Advance(dy, memory.ArenaBytes);
            }
        );
        return sums;
    }

    private void StoreTop(int offset)
    {
        int value = writer.NewVector();
        _code.LocalSet(value);
        writer.StoreFloats(_dw, offset, value);
    }
}
