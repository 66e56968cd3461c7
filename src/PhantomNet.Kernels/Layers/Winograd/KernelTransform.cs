using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers.Winograd;

/// <summary>U = G g Gᵀ of every kernel, with G = (1 0 0, ½ ½ ½, ½ −½ ½, 0 0 1): [filters][channels][16] floats.</summary>
internal sealed class KernelTransform(Writer writer, ConvolutionTask task, WinogradPlan plan)
{
    private const int Side = WinogradPlan.Side;

    private readonly Code _code = writer.Code;

    public void Write()
    {
        int filter = writer.NewPointer();
        int kernel = writer.NewPointer();
        int to = writer.NewPointer();
        // Where steps are negative the least address is that of the last weight.
        int first =
            Math.Min(0, (WinogradPlan.Kernel - 1) * task.RowStep) + Math.Min(0, (WinogradPlan.Kernel - 1) * task.ColumnStep);
        writer.Point(filter, task.WeightAddress + first);
        writer.Point(to, plan.Weights.Address);
        writer.Repeat(
            task.Filters,
            () =>
            {
                writer.Copy(filter, kernel);
                writer.Repeat(
                    task.Channels,
                    () =>
                    {
                        Kernel(kernel, to);
                        writer.Advance(kernel, task.ChannelStep);
                        writer.Advance(to, WinogradPlan.Points * sizeof(float));
                    }
                );
                writer.Advance(filter, task.FilterStep);
            }
        );
    }

    // A row of the kernel is a vector, whose fourth number belongs to something else.
    private void Kernel(int kernel, int to)
    {
        int[] rows = writer.NewVectors(WinogradPlan.Kernel);
        int rowBytes = Math.Abs(task.RowStep);
        for (int i = 0; i < rows.Length; i++)
        {
            writer.LoadFloats(kernel, (task.RowStep > 0 ? i : rows.Length - 1 - i) * rowBytes);
            _code.LocalSet(rows[i]);
        }

        int row = writer.NewVector();
        for (int i = 0; i < Side; i++)
        {
            int at = i;
            Combine(at, k => _code.LocalGet(rows[k]), () => writer.Constant(0.5f));
            _code.LocalSet(row);
            int result = writer.NewVector();
            Columns(row);
            _code.LocalSet(result);
            writer.StoreFloats(to, i * Side * sizeof(float), result);
        }
    }

    // (a, ½ (a + b + c), ½ (a − b + c), c) of a row (a, b, c).
    private void Columns(int row)
    {
        bool isTurned = task.ColumnStep < 0;
        Factor(row, isTurned ? 2 : 0, 1, 0.5f, 0.5f, 0);
        Factor(row, 1, 0, 0.5f, -0.5f, 0);
        _code.Emit(F32x4.Add);
        Factor(row, isTurned ? 0 : 2, 0, 0.5f, 0.5f, 1);
        _code.Emit(F32x4.Add);
    }

    private void Factor(int row, int lane, float a, float b, float c, float d)
    {
        _code.LocalGet(row);
        _code.LocalGet(row);
        _code.ShuffleWords(lane, lane, lane, lane);
        _code.Const(a, b, c, d);
        _code.Emit(F32x4.Mul);
    }

    private void Combine(int row, Action<int> value, Action half)
    {
        if (row is 0 or Side - 1)
        {
            value(row == 0 ? 0 : 2);
            return;
        }

        value(0);
        value(1);
        _code.Emit(row == 1 ? F32x4.Add : F32x4.Sub);
        value(2);
        _code.Emit(F32x4.Add);
        half();
        _code.Emit(F32x4.Mul);
    }
}
