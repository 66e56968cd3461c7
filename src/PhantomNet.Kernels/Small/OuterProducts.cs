using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Small;

/// <summary>Gradients: sums over all samples of a minibatch, [row, lane] = Σ of rows[sample, row] × lanes[sample, lane].</summary>
internal sealed class OuterProducts(Writer writer, int start, NeuronArray lanes)
{
    private const int SumsAtOnce = 8;
    private const int MostUnrolled = 16; // units

    private readonly Code _code = writer.Code;

    /// <summary>With another layer's neurons, into a table of their rows.</summary>
    public void Write(NeuronArray rows, int address)
    {
        int most = Math.Max(1, SumsAtOnce / lanes.Vectors);
        int blocks = (rows.Neurons + most - 1) / most;
        int atOnce = (rows.Neurons + blocks - 1) / blocks;
        int[] sums = writer.NewVectors(atOnce * lanes.Vectors);
        int first = writer.NewPointer(); // bytes to the block's first row
        int to = writer.NewPointer();
        writer.Copy(start, first);
        writer.Copy(start, to);
        writer.Repeat(rows.Neurons / atOnce, () => Block(atOnce));
        Block(rows.Neurons % atOnce);

        void Block(int count)
        {
            if (count > 0)
            {
                Sum(rows, sums.AsSpan(0, count * lanes.Vectors).ToArray(), first, to, address);
                writer.Advance(first, count * sizeof(float));
                writer.Advance(to, count * lanes.UnitBytes);
            }
        }
    }

    /// <summary>With 1: the sums alone, which are the gradients of biases.</summary>
    public void WriteSums(int address) => Sum(null, writer.NewVectors(lanes.Vectors), start, start, address);

    private void Sum(NeuronArray? rows, int[] sums, int first, int to, int address)
    {
        int lane = writer.NewPointer();
        int row = writer.NewPointer();
        writer.Copy(start, lane);
        writer.Copy(first, row);
        int unrolled = Math.Min(lanes.Units, MostUnrolled);
        // Few sums would wait for their own last addition: every other unit has sums of its own then.
        int[] others = sums.Length <= SumsAtOnce / 2 ? writer.NewVectors(sums.Length) : [];
        writer.Clear([.. sums, .. others]);
        writer.Repeat(lanes.Units / unrolled, () => Units(unrolled));
        Units(lanes.Units % unrolled);
        for (int i = 0; i < sums.Length; i++)
        {
            if (others.Length > 0)
            {
                AddTo(sums[i], others[i]);
            }

            Fold(sums[i]);
            writer.StoreLocal(to, address + (i * Tensor.Element), sums[i]);
        }

        void Units(int count)
        {
            int[] vectors = writer.NewVectors(lanes.Vectors);
            int value = writer.NewVector();
            NeuronReader? reader = rows is null ? null : new(writer, row, rows);
            for (int unit = 0; unit < count; unit++)
            {
                for (int v = 0; v < vectors.Length; v++)
                {
                    writer.LoadFloats(lane, lanes.Address + (unit * lanes.UnitBytes) + (v * Tensor.Element));
                    _code.LocalSet(vectors[v]);
                }

                int[] taken = unit % 2 == 1 && others.Length > 0 ? others : sums;
                for (int k = 0; k < sums.Length / vectors.Length; k++)
                {
                    Add(reader, unit, k, value, vectors, taken.AsSpan(k * vectors.Length, vectors.Length));
                }
            }

            writer.Advance(lane, count * lanes.UnitBytes);
            if (rows is not null)
            {
                writer.Advance(row, count * lanes.SamplesOfVector * rows.SampleBytes);
            }
        }
    }

    private void Add(NeuronReader? reader, int unit, int k, int value, int[] vectors, ReadOnlySpan<int> sums)
    {
        if (reader is not null)
        {
            reader.Write(k, unit, lanes.SamplesOfVector);
            _code.LocalSet(value);
        }

        for (int v = 0; v < vectors.Length; v++)
        {
            if (reader is not null)
            {
                writer.MultiplyAdd(sums[v], value, vectors[v]);
                continue;
            }

            AddTo(sums[v], vectors[v]);
        }
    }

    private void AddTo(int sum, int vector)
    {
        _code.LocalGet(sum);
        _code.LocalGet(vector);
        _code.Emit(F32x4.Add);
        _code.LocalSet(sum);
    }

    // Samples that share a vector: their sum in the lanes of each.
    private void Fold(int sum)
    {
        if (lanes.SamplesOfVector >= 2)
        {
            AddTurned(sum, 2, 3, 0, 1);
        }

        if (lanes.SamplesOfVector == MemoryPlan.Lanes)
        {
            AddTurned(sum, 1, 0, 3, 2);
        }
    }

    private void AddTurned(int sum, int a, int b, int c, int d)
    {
        _code.LocalGet(sum);
        _code.LocalGet(sum);
        _code.LocalGet(sum);
        _code.ShuffleWords(a, b, c, d);
        _code.Emit(F32x4.Add);
        _code.LocalSet(sum);
    }
}
