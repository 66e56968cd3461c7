using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Tests.Reference;

/// <summary>Convolution and pooling of one sample from their definitions, place by place, in double.</summary>
internal static class ReferenceImages
{
    public static double[] Convolution(ConvolutionSpec layer, Shape shape, double[] parameters, double[] x)
    {
        int k = layer.KernelSize;
        int padding = layer.Padding.IsSame ? k / 2 : layer.Padding.PixelsFor(k);
        int weights = shape.Channels * k * k;
        List<double> outputs = [];
        for (int o = 0; o < layer.Filters; o++)
        {
            double[] filter = parameters[(o * weights)..((o + 1) * weights)];
            foreach (int top in Starts(shape.Height, k, layer.Stride, padding))
            {
                foreach (int left in Starts(shape.Width, k, layer.Stride, padding))
                {
                    double bias = parameters[(layer.Filters * weights) + o];
                    outputs.Add(bias + WeightedSum(filter, shape, x, top, left, k));
                }
            }
        }

        return [.. outputs];
    }

    /// <summary>The numbers under each window, output after output.</summary>
    public static IEnumerable<double[]> Windows(Shape shape, int size, int stride, double[] x) =>
        from c in Enumerable.Range(0, shape.Channels)
        from top in Starts(shape.Height, size, stride, padding: 0)
        from left in Starts(shape.Width, size, stride, padding: 0)
        select (
            from i in Enumerable.Range(0, size)
            from j in Enumerable.Range(0, size)
            select Pixel(shape, x, c, top + i, left + j)
        ).ToArray();

    private static double WeightedSum(double[] filter, Shape shape, double[] x, int top, int left, int k)
    {
        double sum = 0;
        for (int c = 0; c < shape.Channels; c++)
        {
            for (int i = 0; i < k; i++)
            {
                for (int j = 0; j < k; j++)
                {
                    sum += filter[(((c * k) + i) * k) + j] * Pixel(shape, x, c, top + i, left + j);
                }
            }
        }

        return sum;
    }

    // Where windows start: one after another for as long as the next still lies inside the padded image.
    private static IEnumerable<int> Starts(int length, int size, int stride, int padding)
    {
        for (int start = -padding; start + size <= length + padding; start += stride)
        {
            yield return start;
        }
    }

    private static double Pixel(Shape shape, double[] x, int channel, int row, int column) =>
        row < 0 || row >= shape.Height || column < 0 || column >= shape.Width
            ? 0
            : x[(((channel * shape.Height) + row) * shape.Width) + column];
}
