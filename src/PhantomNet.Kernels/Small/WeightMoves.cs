using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Small;

/// <summary>Weights on their way between the order that the host knows, the vectors that are trained, and those with lanes and rows exchanged.</summary>
internal sealed class WeightMoves(Writer writer)
{
    /// <summary>From the host's order, beginning at two locals: parameters [outputs][inputs] and biases, and vectors.</summary>
    public void Unpack(SmallLayer layer, int from, int to)
    {
        (int rowStep, int laneStep) = Steps(layer);
        Fill(layer.Main, from, rowStep, laneStep, to);
        writer.Advance(from, layer.Parameters.WeightCount * sizeof(float));
        writer.Advance(to, layer.Main.Vectors * Tensor.Element);
        Fill(layer.Biases, from, 0, sizeof(float), to);
        writer.Advance(from, layer.Parameters.BiasCount * sizeof(float));
        writer.Advance(to, layer.Biases.Vectors * Tensor.Element);
    }

    /// <summary>Back to the host's order.</summary>
    public void Pack(SmallLayer layer, int from, int to)
    {
        (int rowStep, int laneStep) = Steps(layer);
        Take(layer.Main, from, to, rowStep, laneStep);
        writer.Advance(from, layer.Main.Vectors * Tensor.Element);
        writer.Advance(to, layer.Parameters.WeightCount * sizeof(float));
        Take(layer.Biases, from, to, 0, sizeof(float));
        writer.Advance(from, layer.Biases.Vectors * Tensor.Element);
        writer.Advance(to, layer.Parameters.BiasCount * sizeof(float));
    }

    /// <summary>The copy with lanes and rows exchanged, in squares of 4 × 4. The local holds 0.</summary>
    public void Turn(SmallLayer layer, int start)
    {
        (WeightTable main, WeightTable turned) = (layer.Main, layer.Turned!);
        int[] rows = writer.NewVectors(MemoryPlan.Lanes);
        for (int vector = 0; vector < turned.RowBytes / Tensor.Element; vector++)
        {
            for (int column = 0; column < turned.Rows; column += MemoryPlan.Lanes)
            {
                for (int lane = 0; lane < MemoryPlan.Lanes; lane++)
                {
                    if (NeuronArray.NeuronOf(turned.Lanes, vector, lane) is { } row)
                    {
                        writer.Load(start, main.Address + (row * main.RowBytes) + (column * sizeof(float)));
                        writer.Code.LocalSet(rows[lane]);
                    }
                    else
                    {
                        writer.Clear(rows[lane]);
                    }
                }

                (int first, int offset) = (column, vector * Tensor.Element);
                Transposition.Write(
                    writer,
                    rows,
                    (i, value) =>
                    {
                        if (first + i < turned.Rows)
                        {
                            writer.Store(start, turned.Address + ((first + i) * turned.RowBytes) + offset, value);
                        }
                    }
                );
            }
        }
    }

    private static (int Row, int Lane) Steps(SmallLayer layer)
    {
        int output = layer.Input.Neurons * sizeof(float);
        return layer.HasOutputLanes ? (sizeof(float), output) : (output, sizeof(float));
    }

    // Vectors from single floats, so many bytes apart.
    private void Fill(WeightTable table, int from, int rowStep, int laneStep, int to)
    {
        (int source, int target) = (writer.NewPointer(), writer.NewPointer());
        writer.Copy(from, source);
        writer.Copy(to, target);
        int value = writer.NewVector();
        writer.Repeat(
            table.Rows,
            () =>
            {
                for (int v = 0; v < table.RowBytes / Tensor.Element; v++)
                {
                    int vector = v;
                    writer.Clear(value);
                    for (int lane = 0; lane < MemoryPlan.Lanes; lane++)
                    {
                        if (NeuronArray.NeuronOf(table.Lanes, vector, lane) is { } neuron)
                        {
                            writer.Code.LocalGet(value);
                            writer.LoadLane(source, neuron * laneStep, lane);
                            writer.Code.LocalSet(value);
                        }
                    }

                    writer.StoreLocal(target, vector * Tensor.Element, value);
                }

                writer.Advance(source, rowStep);
                writer.Advance(target, table.RowBytes);
            }
        );
    }

    // Single floats from vectors.
    private void Take(WeightTable table, int from, int to, int rowStep, int laneStep)
    {
        (int source, int target) = (writer.NewPointer(), writer.NewPointer());
        writer.Copy(from, source);
        writer.Copy(to, target);
        writer.Repeat(
            table.Rows,
            () =>
            {
                for (int neuron = 0; neuron < table.Lanes; neuron++)
                {
                    writer.Code.LocalGet(target);
                    writer.Code.LocalGet(source);
                    writer.Code.Access(F32.Load, neuron * sizeof(float), 2);
                    writer.Code.Access(F32.Store, neuron * laneStep, 2);
                }

                writer.Advance(source, table.RowBytes);
                writer.Advance(target, rowStep);
            }
        );
    }
}
