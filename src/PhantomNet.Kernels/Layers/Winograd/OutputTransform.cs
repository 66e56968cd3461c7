using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers.Winograd;

/// <summary>Y = Aᵀ M A of a row of squares, with Aᵀ = (1 1 1 0, 0 1 −1 −1), plus the bias, and ReLU where the task says so.</summary>
/// <remarks>
/// The bias comes in at point (1, 1), which counts once for each of the four outputs. As it is never −0 and that point comes first in
/// every sum, no output is −0, which <see cref="MaxPoolingKernel"/> counts on.
/// </remarks>
internal sealed class OutputTransform(Writer writer, ConvolutionTask task, int tiles, int address)
{
    private const int Side = WinogradPlan.Side;
    private const int Outputs = WinogradPlan.Outputs;
    private const int BiasPoint = Side + 1;

    private readonly Code _code = writer.Code;
    private readonly int _pointBytes = WinogradPlan.PointBytes(tiles, WinogradPlan.FiltersAtOnce);
    private readonly int _bias = writer.NewVector();

    /// <summary>A few filters' outputs, from the row's first of the first filter on.</summary>
    public void Write(int filters, int y, int bias)
    {
        int products = writer.NewPointer();
        int filter = writer.NewPointer();
        int to = writer.NewPointer();
        int ofFilter = writer.NewPointer();
        writer.Point(products, address);
        writer.Copy(y, filter);
        writer.Copy(bias, ofFilter);
        writer.Repeat(
            filters,
            () =>
            {
                if (task.BiasAddress is not null)
                {
                    writer.LoadBias(ofFilter);
                    _code.LocalSet(_bias);
                    writer.Advance(ofFilter, sizeof(float));
                }

                writer.Copy(filter, to);
                writer.Repeat(task.Width / Outputs, () => Tile(products, to));
                if (task.Width % Outputs > 0)
                {
                    writer.Advance(to, -task.To.PixelStride);
                    Tile(products, to);
                }

                writer.Advance(filter, task.To.ChannelStride);
            }
        );
    }

    private void Tile(int products, int to)
    {
        int[,] halves = new int[Outputs, Side];
        for (int column = 0; column < Side; column++)
        {
            for (int row = 0; row < Outputs; row++)
            {
                int at = column;
                Combine(row, i => Product(products, (i * Side) + at));
                halves[row, column] = writer.NewVector();
                _code.LocalSet(halves[row, column]);
            }
        }

        for (int row = 0; row < Outputs; row++)
        {
            for (int column = 0; column < Outputs; column++)
            {
                (int i, int j) = (row, column);
                writer.Store(
                    to,
                    (row * task.To.RowStride) + (column * task.To.PixelStride),
                    () =>
                    {
                        Combine(j, k => _code.LocalGet(halves[i, k]));
                        if (task.Rectifies)
                        {
                            ActivationKernel.Value(writer, Activation.ReLU);
                        }
                    }
                );
            }
        }

        writer.Advance(products, Tensor.Element);
        writer.Advance(to, Outputs * task.To.PixelStride);
    }

    private void Product(int products, int point)
    {
        writer.Load(products, point * _pointBytes);
        if (point == BiasPoint && task.BiasAddress is not null)
        {
            _code.LocalGet(_bias);
            _code.Emit(F32x4.Add);
        }
    }

    private void Combine(int row, Action<int> value)
    {
        value(1);
        value(row == 0 ? 0 : 2);
        _code.Emit(row == 0 ? F32x4.Add : F32x4.Sub);
        value(row == 0 ? 2 : 3);
        _code.Emit(row == 0 ? F32x4.Add : F32x4.Sub);
    }
}
