using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers.Winograd;

/// <summary>
/// A convolution of 3 × 3 weights in squares of 2 × 2 outputs, Y = Aᵀ (Σ U ⊙ V) A with V = Bᵀ d B of the 4 × 4 places d that they are
/// computed from, summed over channels (docs/sources.md#winograd). A row of squares at a time: all its V, then for a few filters all
/// products, then their Y.
/// </summary>
/// <remarks>Where an odd row or column is left, the last square begins one earlier, and computes some outputs once more.</remarks>
internal sealed class WinogradWriter
{
    private const int Outputs = WinogradPlan.Outputs;

    private readonly Writer _writer;
    private readonly ConvolutionTask _task;
    private readonly int _tiles;
    private readonly int _inputAddress; // V: [16][tiles][channels]
    private readonly int _productAddress; // Σ U ⊙ V: [16][4 filters][tiles]
    private readonly int _weightAddress; // U: [filters][channels][16] floats

    public WinogradWriter(Writer writer, ConvolutionTask task, WinogradPlan plan)
    {
        _writer = writer;
        _task = task;
        _tiles = WinogradPlan.TilesOf(task.Width);
        _inputAddress = plan.Tiles.Address;
        _productAddress = plan.Tiles.Address + (WinogradPlan.Points * WinogradPlan.PointBytes(_tiles, task.Channels));
        _weightAddress = plan.Weights.Address;
    }

    public void Write()
    {
        int x = _writer.NewPointer();
        int y = _writer.NewPointer();
        int left = _writer.NewPointer();
        _writer.Point(x, _task.From, _task.FromOffset);
        _writer.Point(y, _task.To);
        _writer.Code.Const(WinogradPlan.TilesOf(_task.Height));
        _writer.Code.LocalSet(left);
        _writer.RepeatLocal(
            left,
            () =>
            {
                Row(x, y);
                Down(x, _task.FromRow, left);
                Down(y, _task.To.RowStride, left);
            }
        );
    }

    private void Row(int x, int y)
    {
        new InputTransform(_writer, _task, _inputAddress).Write(x);
        int to = _writer.NewPointer();
        int weights = _writer.NewPointer();
        int bias = _writer.NewPointer();
        _writer.Copy(y, to);
        _writer.Point(weights, _weightAddress);
        _writer.Point(bias, _task.BiasAddress ?? 0);
        _writer.Repeat(_task.Filters / WinogradPlan.FiltersAtOnce, () => Filters(WinogradPlan.FiltersAtOnce));
        if (_task.Filters % WinogradPlan.FiltersAtOnce is > 0 and int rest)
        {
            Filters(rest);
        }

        void Filters(int count)
        {
            new TileProducts(_writer, _task.Channels, _tiles, _inputAddress, _productAddress).Write(count, weights);
            new OutputTransform(_writer, _task, _tiles, _productAddress).Write(count, to, bias);
            _writer.Advance(to, count * _task.To.ChannelStride);
            _writer.Advance(weights, count * _task.Channels * WinogradPlan.Points * sizeof(float));
            _writer.Advance(bias, count * sizeof(float));
        }
    }

    // Two rows on, or one to the last square where the number of rows is odd.
    private void Down(int pointer, int rowBytes, int left)
    {
        if (_task.Height % Outputs == 0)
        {
            _writer.Advance(pointer, Outputs * rowBytes);
            return;
        }

        Code code = _writer.Code;
        code.LocalGet(pointer);
        code.Const(rowBytes);
        code.Const(Outputs * rowBytes);
        code.LocalGet(left);
        code.Const(2);
        code.Emit(I32.Eq, Opcode.Select, I32.Add);
        code.LocalSet(pointer);
    }
}
