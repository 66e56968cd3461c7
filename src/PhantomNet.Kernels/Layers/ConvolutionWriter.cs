using PhantomNet.Kernels.Writing;
using PhantomNet.Networks;
using PhantomNet.Wasm;

namespace PhantomNet.Kernels.Layers;

/// <summary>
/// A direct convolution. For a few filters and a few channels at a time, all weights are held as splatted locals while the pixels
/// go by; for each pixel and filter one sum runs over all these channels and the whole kernel.
/// </summary>
/// <remarks>
/// A browser keeps the weights on its stack and takes them from there as operands of the multiplications. Each weight is used once
/// for each turn of the loop: with two pixels a turn, the browser's compiler of V8 11 reloads everything, at half the speed, while
/// that of V8 15 doesn't mind. Where not all channels fit, sums rest in the output's memory in between.
/// </remarks>
internal sealed class ConvolutionWriter(Writer writer, ConvolutionTask task)
{
    private const int MostWeights = 300; // locals
    private const int FiltersAtOnce = 4;
    private const int SumsAtOnce = 4; // one pixel of four filters

    private readonly Code _code = writer.Code;
    private readonly int _from = writer.NewPointer(); // first window, first channel
    private readonly int _to = writer.NewPointer(); // first pixel of the block's first filter
    private readonly int _weights = writer.NewPointer(); // least address of the block's weights
    private readonly int _bias = writer.NewPointer();

    private int Taps => task.Kernel * task.Kernel;

    public void Write()
    {
        writer.Point(_from, task.From, task.FromOffset);
        writer.Point(_to, task.To);
        writer.Point(_weights, task.WeightAddress + Math.Min(0, (task.Kernel - 1) * (task.RowStep + task.ColumnStep)));
        if (task.BiasAddress is { } bias)
        {
            writer.Point(_bias, bias);
        }

        writer.Repeat(task.Filters / FiltersAtOnce, () => Block(FiltersAtOnce));
        if (task.Filters % FiltersAtOnce is > 0 and int rest)
        {
            Block(rest);
        }
    }

    private void Block(int filters)
    {
        int most = Math.Max(1, MostWeights / (Taps * filters));
        int chunks = (task.Channels + most - 1) / most;
        int channels = (task.Channels + chunks - 1) / chunks;
        bool isLarge = Taps * filters > MostWeights;
        if (isLarge)
        {
            new LargeKernelWriter(writer, task, _from, _to, _weights, _bias).Write(filters);
        }
        else if (chunks == 1)
        {
            Chunk(filters, channels, _from, _weights, continues: false, isLast: true);
        }
        else
        {
            Chunks(filters, channels);
        }

        writer.Advance(_to, filters * task.To.ChannelStride);
        writer.Advance(_weights, filters * task.FilterStep);
        writer.Advance(_bias, filters * sizeof(float));
    }

    private void Chunks(int filters, int channels)
    {
        int from = writer.NewPointer();
        int weights = writer.NewPointer();
        writer.Copy(_from, from);
        writer.Copy(_weights, weights);
        int last = task.Channels % channels == 0 ? channels : task.Channels % channels;
        Next(channels, continues: false, isLast: false);
        writer.Repeat(((task.Channels - last) / channels) - 1, () => Next(channels, continues: true, isLast: false));
        Next(last, continues: true, isLast: true);

        void Next(int count, bool continues, bool isLast)
        {
            Chunk(filters, count, from, weights, continues, isLast);
            writer.Advance(from, count * task.From.ChannelStride);
            writer.Advance(weights, count * task.ChannelStep);
        }
    }

    private void Chunk(int filters, int channels, int from, int weights, bool continues, bool isLast)
    {
        int[] w = LoadWeights(filters, channels, weights);
        int[] biases = writer.NewVectors(filters);
        for (int o = 0; o < filters && !continues; o++)
        {
            if (task.BiasAddress is null)
            {
                _code.Splat(0);
            }
            else
            {
                writer.LoadBias(_bias, o * sizeof(float));
            }

            _code.LocalSet(biases[o]);
        }

        int full = task.Width / task.PixelsOfVector;
        int vectors = Math.Max(1, Math.Min(full, SumsAtOnce / filters));
        int x = writer.NewPointer();
        int y = writer.NewPointer();
        int[] sums = writer.NewVectors(filters * vectors);
        int value = writer.NewVector();
        writer.Copy(from, x);
        writer.Copy(_to, y);
        writer.Repeat(
            task.Height,
            () =>
            {
                writer.Repeat(full / vectors, () => Vectors(vectors, task.PixelsOfVector));
                if (full % vectors is > 0 and int rest)
                {
                    Vectors(rest, task.PixelsOfVector);
                }

                if (task.Width % task.PixelsOfVector is > 0 and int pixels)
                {
                    Vectors(1, pixels);
                }

                writer.Advance(x, (task.Stride * task.FromRow) - (task.Vectors * task.FromStep));
                writer.Advance(y, task.To.RowStride - (task.Vectors * task.ToStep));
            }
        );

        void Vectors(int count, int pixels)
        {
            for (int p = 0; p < count; p++)
            {
                for (int o = 0; o < filters; o++)
                {
                    if (continues)
                    {
                        writer.LoadPixels(y, (o * task.To.ChannelStride) + (p * task.ToStep), task.To, columns: 1);
                    }
                    else
                    {
                        _code.LocalGet(biases[o]);
                    }

                    _code.LocalSet(sums[(p * filters) + o]);
                }
            }

            Products(filters, channels, count, x, w, sums, value);
            for (int p = 0; p < count; p++)
            {
                for (int o = 0; o < filters; o++)
                {
                    int offset = (o * task.To.ChannelStride) + (p * task.ToStep);
                    if (isLast && task.Rectifies)
                    {
                        _code.LocalGet(sums[(p * filters) + o]);
                        ActivationKernel.Value(writer, Activation.ReLU);
                        _code.LocalSet(sums[(p * filters) + o]);
                    }

                    writer.StorePixels(y, offset, sums[(p * filters) + o], task.To, pixels);
                }
            }

            writer.Advance(x, count * task.FromStep);
            writer.Advance(y, count * task.ToStep);
        }
    }

    // Place by place of the image: each is read once and multiplied by all weights that meet it for any of the pixels.
    private void Products(int filters, int channels, int vectors, int x, int[] w, int[] sums, int value)
    {
        int columns = ((vectors - 1) * task.VectorStep) + task.Kernel;
        for (int c = 0; c < channels; c++)
        {
            for (int i = 0; i < task.Kernel; i++)
            {
                for (int column = 0; column < columns; column++)
                {
                    bool isLoaded = false;
                    for (int p = 0; p < vectors; p++)
                    {
                        int j = column - (p * task.VectorStep);
                        if (j < 0 || j >= task.Kernel)
                        {
                            continue;
                        }

                        if (!isLoaded)
                        {
                            int offset = (i * task.FromRow) + (column * task.From.ElementBytes);
                            writer.LoadPixels(x, (c * task.From.ChannelStride) + offset, task.From, task.Stride);
                            _code.LocalSet(value);
                            isLoaded = true;
                        }

                        int tap = (((c * task.Kernel) + i) * task.Kernel) + j;
                        for (int o = 0; o < filters; o++)
                        {
                            writer.MultiplyAdd(sums[(p * filters) + o], value, w[(tap * filters) + o]);
                        }
                    }
                }
            }
        }
    }

    // [channel, row, column, filter]
    private int[] LoadWeights(int filters, int channels, int weights)
    {
        int[] w = writer.NewVectors(channels * Taps * filters);
        int first = -Math.Min(0, (task.Kernel - 1) * (task.RowStep + task.ColumnStep));
        int next = 0;
        for (int c = 0; c < channels; c++)
        {
            for (int i = 0; i < task.Kernel; i++)
            {
                for (int j = 0; j < task.Kernel; j++)
                {
                    int offset = first + (c * task.ChannelStep) + (i * task.RowStep) + (j * task.ColumnStep);
                    for (int o = 0; o < filters; o++)
                    {
                        writer.LoadSplat(weights, offset + (o * task.FilterStep));
                        _code.LocalSet(w[next++]);
                    }
                }
            }
        }

        return w;
    }
}
