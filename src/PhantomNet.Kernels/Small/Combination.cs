using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Small;

/// <summary>
/// Weighted sums: to[sample, lane] = Σ from[sample, row] × weight[row, lane], for all samples of a minibatch. Some samples at a time,
/// which share each vector of weights.
/// </summary>
internal sealed class Combination(Writer writer, int start, NeuronArray from, NeuronArray to)
{
    private const int SumsAtOnce = 10;

    private readonly Code _code = writer.Code;
    private readonly int _from = writer.NewPointer(); // bytes from the array's start to the block's first sample
    private readonly int _to = writer.NewPointer();

    /// <summary>Vectors of a row's weights.</summary>
    public required Action<int, int> LoadWeight { get; init; }

    /// <summary>What each sum begins with; null for nothing.</summary>
    public required WeightTable? Biases { get; init; }

    /// <summary>Writes what becomes of a sum: its local, and where it belongs, from the start of an array like the one that it goes to.</summary>
    public required Action<int, Place> Finish { get; init; }

    public void Write()
    {
        int most = Math.Max(1, SumsAtOnce / to.Vectors);
        int blocks = (to.Units + most - 1) / most;
        int units = (to.Units + blocks - 1) / blocks;
        // Blocks begin where a vector does: one that is read across two that have just been written has to wait.
        int whole = Math.Max(1, Tensor.Element / (to.SamplesOfVector * from.SampleBytes));
        units = units == to.Units ? units : Math.Min(to.Units, Math.Max(1, units / whole) * whole);
        int[] sums = writer.NewVectors(units * to.Vectors);
        writer.Copy(start, _from);
        writer.Copy(start, _to);
        writer.Repeat(to.Units / units, () => Block(units, sums));
        Block(to.Units % units, sums);
    }

    private void Block(int units, int[] sums)
    {
        if (units == 0)
        {
            return;
        }

        int[] weights = writer.NewVectors(to.Vectors);
        int value = writer.NewVector();
        NeuronReader reader = new(writer, _from, from);
        for (int row = 0; row < from.Neurons; row++)
        {
            for (int v = 0; v < to.Vectors; v++)
            {
                LoadWeight(row, v);
                _code.LocalSet(weights[v]);
            }

            for (int unit = 0; unit < units; unit++)
            {
                reader.Write(row, unit, to.SamplesOfVector);
                _code.LocalSet(value);
                for (int v = 0; v < to.Vectors; v++)
                {
                    Add(sums[(unit * to.Vectors) + v], value, weights[v], v, isFirst: row == 0);
                }
            }
        }

        for (int i = 0; i < units * to.Vectors; i++)
        {
            Finish(sums[i], new Place(_to, i * Tensor.Element));
        }

        writer.Advance(_from, units * to.SamplesOfVector * from.SampleBytes);
        writer.Advance(_to, units * to.UnitBytes);
    }

    private void Add(int sum, int value, int weight, int vector, bool isFirst)
    {
        if (!isFirst)
        {
            writer.MultiplyAdd(sum, value, weight);
            return;
        }

        _code.LocalGet(value);
        _code.LocalGet(weight);
        _code.Emit(F32x4.Mul);
        if (Biases is not null)
        {
            writer.Load(start, Biases.Address + (vector * Tensor.Element));
            _code.Emit(F32x4.Add);
        }

        _code.LocalSet(sum);
    }
}
