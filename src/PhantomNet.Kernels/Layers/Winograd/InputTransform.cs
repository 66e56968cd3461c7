using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers.Winograd;

/// <summary>V = Bᵀ d B of a row of squares, channel by channel, with Bᵀ = (1 0 −1 0, 0 1 1 0, 0 −1 1 0, 0 1 0 −1).</summary>
internal sealed class InputTransform(Writer writer, ConvolutionTask task, int address)
{
    private const int Side = WinogradPlan.Side;
    private const int TilesAtOnce = 4;

    // Each row of Bᵀ: one place plus or minus another.
    private static readonly (int First, int Second, bool IsSum)[] _rows =
    [
        (0, 2, false),
        (1, 2, true),
        (2, 1, false),
        (1, 3, false),
    ];

    private readonly Code _code = writer.Code;
    private readonly int _pointBytes = WinogradPlan.PointBytes(WinogradPlan.TilesOf(task.Width), task.Channels);
    private readonly int _tileBytes = task.Channels * Tensor.Element;

    /// <summary>From the row's first place of the first channel.</summary>
    public void Write(int x)
    {
        int channel = writer.NewPointer();
        int from = writer.NewPointer();
        int first = writer.NewPointer();
        int to = writer.NewPointer();
        writer.Copy(x, channel);
        writer.Point(first, address);
        writer.Repeat(
            task.Channels,
            () =>
            {
                writer.Copy(channel, from);
                writer.Copy(first, to);
                int tiles = task.Width / WinogradPlan.Outputs;
                writer.Repeat(tiles / TilesAtOnce, () => Tiles(TilesAtOnce, from, to));
                Tiles(tiles % TilesAtOnce, from, to);
                if (task.Width % WinogradPlan.Outputs > 0)
                {
                    writer.Advance(from, -task.From.ElementBytes);
                    Tiles(1, from, to);
                }

                writer.Advance(channel, task.From.ChannelStride);
                writer.Advance(first, Tensor.Element);
            }
        );
    }

    // Squares side by side share two columns.
    private void Tiles(int count, int from, int to)
    {
        if (count == 0)
        {
            return;
        }

        int[] columns = writer.NewVectors((WinogradPlan.Outputs * count) + WinogradPlan.Kernel - 1);
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < columns.Length; column++)
            {
                int place = column * task.From.ElementBytes;
                Combine(row, i => writer.Load(from, (i * task.FromRow) + place));
                _code.LocalSet(columns[column]);
            }

            for (int tile = 0; tile < count; tile++)
            {
                for (int column = 0; column < Side; column++)
                {
                    int before = WinogradPlan.Outputs * tile;
                    int point = (row * Side) + column;
                    int combined = column;
                    writer.Store(
                        to,
                        (point * _pointBytes) + (tile * _tileBytes),
                        () => Combine(combined, i => _code.LocalGet(columns[before + i]))
                    );
                }
            }
        }

        writer.Advance(from, WinogradPlan.Outputs * count * task.From.ElementBytes);
        writer.Advance(to, count * _tileBytes);
    }

    private void Combine(int row, Action<int> value)
    {
        (int first, int second, bool isSum) = _rows[row];
        value(first);
        value(second);
        _code.Emit(isSum ? F32x4.Add : F32x4.Sub);
    }
}
