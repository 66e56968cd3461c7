using PhantomNet.Kernels.Writing;
using PhantomNet.Networks;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers;

/// <summary>The same convolution for kernels with more weights than there can be locals: loops over channels, rows and columns.</summary>
internal sealed class LargeKernelWriter(Writer writer, ConvolutionTask task, int from, int to, int weights, int bias)
{
    private readonly Code _code = writer.Code;

    public void Write(int filters)
    {
        int x = writer.NewPointer();
        int y = writer.NewPointer();
        writer.Copy(from, x);
        writer.Copy(to, y);
        writer.Repeat(
            task.Height,
            () =>
            {
                writer.Repeat(task.Width / task.PixelsOfVector, () => Vector(filters, task.PixelsOfVector, x, y));
                if (task.Width % task.PixelsOfVector is > 0 and int rest)
                {
                    Vector(filters, rest, x, y);
                }

                writer.Advance(x, (task.Stride * task.FromRow) - (task.Vectors * task.FromStep));
                writer.Advance(y, task.To.RowStride - (task.Vectors * task.ToStep));
            }
        );
    }

    private void Vector(int filters, int pixels, int x, int y)
    {
        int[] sums = writer.NewVectors(filters);
        for (int o = 0; o < filters; o++)
        {
            if (task.BiasAddress is null)
            {
                _code.Splat(0);
            }
            else
            {
                writer.LoadBias(bias, o * sizeof(float));
            }

            _code.LocalSet(sums[o]);
        }

        int value = writer.NewPointer();
        int weight = writer.NewPointer();
        writer.Copy(x, value);
        writer.Copy(weights, weight);
        // The least address is the last weight's where steps are negative.
        writer.Advance(weight, -Math.Min(0, (task.Kernel - 1) * (task.RowStep + task.ColumnStep)));
        writer.Repeat(
            task.Channels,
            () =>
            {
                writer.Repeat(
                    task.Kernel,
                    () =>
                    {
                        writer.Repeat(task.Kernel, () => Product(sums, value, weight));
                        writer.Advance(value, task.FromRow - (task.Kernel * task.From.ElementBytes));
                        writer.Advance(weight, task.RowStep - (task.Kernel * task.ColumnStep));
                    }
                );
                writer.Advance(value, task.From.ChannelStride - (task.Kernel * task.FromRow));
                writer.Advance(weight, task.ChannelStep - (task.Kernel * task.RowStep));
            }
        );
        for (int o = 0; o < filters; o++)
        {
            if (task.Rectifies)
            {
                _code.LocalGet(sums[o]);
                ActivationKernel.Value(writer, Activation.ReLU);
                _code.LocalSet(sums[o]);
            }

            writer.StorePixels(y, o * task.To.ChannelStride, sums[o], task.To, pixels);
        }

        writer.Advance(x, task.FromStep);
        writer.Advance(y, task.ToStep);
    }

    private void Product(int[] sums, int value, int weight)
    {
        for (int o = 0; o < sums.Length; o++)
        {
            _code.LocalGet(sums[o]);
            writer.LoadPixels(value, 0, task.From, task.Stride);
            writer.LoadSplat(weight, o * task.FilterStep);
            _code.Emit(F32x4.Mul);
            _code.Emit(F32x4.Add);
            _code.LocalSet(sums[o]);
        }

        writer.Advance(value, task.From.ElementBytes);
        writer.Advance(weight, task.ColumnStep);
    }
}
