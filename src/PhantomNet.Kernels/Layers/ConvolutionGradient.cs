using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers;

/// <summary>
/// Weight gradients of a convolution: for a strip of pixels and a few filters the output's gradient is held as locals, and for
/// each weight of these filters the sum, which rests in memory between strips, takes the products of one strip.
/// </summary>
internal sealed class ConvolutionGradient(Writer writer, LayerPlan plan, int padding, int kernel, int stride)
{
    private const int FiltersAtOnce = 4;
    private const int GradientsAtOnce = 16; // pixels × filters
    private const int LargestUnrolled = 7; // rows and columns of a kernel
    private const int MostPlaces = 12; // of a row of the image, held as locals

    private readonly Code _code = writer.Code;
    private readonly Tensor _x = plan.Input;
    private readonly Tensor _dy = plan.OutputGradient;
    private readonly int _gradient = writer.NewPointer(); // dy of the block's first filter
    private readonly int _sums = writer.NewPointer(); // of the block's first weight
    private readonly int _biasSums = writer.NewPointer();

    private Shape Input => plan.Input.Shape;

    private int FilterBytes => Input.Channels * kernel * kernel * Tensor.Element;

    public void Write()
    {
        writer.Point(_gradient, _dy);
        writer.Point(_sums, plan.LaneGradients!.Address);
        writer.Point(_biasSums, plan.LaneGradients.Address + (plan.Parameters.WeightCount * Tensor.Element));
        int filters = plan.Output.Shape.Channels;
        writer.Repeat(filters / FiltersAtOnce, () => Block(FiltersAtOnce));
        if (filters % FiltersAtOnce is > 0 and int rest)
        {
            Block(rest);
        }
    }

    private void Block(int filters)
    {
        int width = plan.Needed.Width;
        int pixels = Math.Min(Math.Min(width, GradientsAtOnce / filters), 8);
        int[] gradients = writer.NewVectors(pixels * filters);
        int x = writer.NewPointer();
        int dy = writer.NewPointer();
        writer.Point(x, _x, -padding * (_x.RowStride + _x.PixelStride));
        writer.Copy(_gradient, dy);
        writer.Repeat(
            plan.Needed.Height,
            () =>
            {
                writer.Repeat(width / pixels, () => Strip(filters, pixels, x, dy, gradients));
                if (width % pixels is > 0 and int rest)
                {
                    Strip(filters, rest, x, dy, gradients);
                }

                writer.Advance(x, stride * (_x.RowStride - (width * Tensor.Element)));
                writer.Advance(dy, _dy.RowStride - (width * _dy.PixelStride));
            }
        );
        writer.Advance(_gradient, filters * _dy.ChannelStride);
        writer.Advance(_sums, filters * FilterBytes);
        writer.Advance(_biasSums, filters * Tensor.Element);
    }

    private void Strip(int filters, int pixels, int x, int dy, int[] gradients)
    {
        for (int o = 0; o < filters; o++)
        {
            for (int p = 0; p < pixels; p++)
            {
                writer.Load(dy, (o * _dy.ChannelStride) + (p * _dy.PixelStride));
                _code.LocalSet(gradients[(o * pixels) + p]);
            }

            int bias = o;
            writer.Store(
                _biasSums,
                bias * Tensor.Element,
                () =>
                {
                    writer.Load(_biasSums, bias * Tensor.Element);
                    for (int p = 0; p < pixels; p++)
                    {
                        _code.LocalGet(gradients[(bias * pixels) + p]);
                        _code.Emit(F32x4.Add);
                    }
                }
            );
        }

        int value = writer.NewPointer();
        int sums = writer.NewPointer();
        writer.Copy(x, value);
        writer.Copy(_sums, sums);
        writer.Repeat(
            Input.Channels,
            () =>
            {
                if (kernel <= LargestUnrolled)
                {
                    Unrolled(filters, pixels, value, sums, gradients);
                    writer.Advance(value, _x.ChannelStride);
                    writer.Advance(sums, kernel * kernel * Tensor.Element);
                }
                else
                {
                    Looped(filters, pixels, value, sums, gradients);
                }
            }
        );
        writer.Advance(x, pixels * stride * Tensor.Element);
        writer.Advance(dy, pixels * _dy.PixelStride);
    }

    private void Unrolled(int filters, int pixels, int value, int sums, int[] gradients)
    {
        int columns = ((pixels - 1) * stride) + kernel;
        bool holds = columns <= MostPlaces;
        int[] places = writer.NewVectors(holds ? columns : pixels);
        int[] totals = writer.NewVectors(filters);
        for (int i = 0; i < kernel; i++)
        {
            for (int column = 0; column < columns && holds; column++)
            {
                writer.Load(value, (i * _x.RowStride) + (column * Tensor.Element));
                _code.LocalSet(places[column]);
            }

            for (int j = 0; j < kernel; j++)
            {
                for (int p = 0; p < pixels && !holds; p++)
                {
                    writer.Load(value, (i * _x.RowStride) + ((j + (p * stride)) * Tensor.Element));
                    _code.LocalSet(places[p]);
                }

                int at = j;
                Tap(
                    filters,
                    pixels,
                    sums,
                    ((i * kernel) + j) * Tensor.Element,
                    gradients,
                    totals,
                    p => places[holds ? at + (p * stride) : p]
                );
            }
        }
    }

    private void Looped(int filters, int pixels, int value, int sums, int[] gradients)
    {
        int[] places = writer.NewVectors(pixels);
        int[] totals = writer.NewVectors(filters);
        writer.Repeat(
            kernel,
            () =>
            {
                writer.Repeat(
                    kernel,
                    () =>
                    {
                        for (int p = 0; p < pixels; p++)
                        {
                            writer.Load(value, p * stride * Tensor.Element);
                            _code.LocalSet(places[p]);
                        }

                        Tap(filters, pixels, sums, 0, gradients, totals, p => places[p]);
                        writer.Advance(value, Tensor.Element);
                        writer.Advance(sums, Tensor.Element);
                    }
                );
                writer.Advance(value, _x.RowStride - (kernel * Tensor.Element));
            }
        );
        writer.Advance(value, _x.ChannelStride - (kernel * _x.RowStride));
    }

    // One weight of each filter.
    private void Tap(int filters, int pixels, int sums, int offset, int[] gradients, int[] totals, Func<int, int> place)
    {
        for (int o = 0; o < filters; o++)
        {
            writer.Load(sums, offset + (o * FilterBytes));
            _code.LocalSet(totals[o]);
        }

        for (int p = 0; p < pixels; p++)
        {
            for (int o = 0; o < filters; o++)
            {
                writer.MultiplyAdd(totals[o], place(p), gradients[(o * pixels) + p]);
            }
        }

        for (int o = 0; o < filters; o++)
        {
            writer.StoreLocal(sums, offset + (o * FilterBytes), totals[o]);
        }
    }
}
