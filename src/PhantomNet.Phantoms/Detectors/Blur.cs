namespace PhantomNet.Phantoms.Detectors;

/// <summary>
/// Applies a kernel along the rows and then along the columns of a square image. Beyond a border the image goes on as its
/// outermost pixels, so that a border is neither darkened nor brightened. Keeps its scratch memory: one image at a time.
/// </summary>
/// <param name="kernel">The kernel of both axes.</param>
/// <param name="size">Rows and columns of the images.</param>
internal sealed class Blur(BlurKernel kernel, int size)
{
    private readonly double[] _weights = [.. kernel.Weights];
    private readonly double[] _row = new double[size + (2 * kernel.HalfWidth)];
    private readonly double[] _tall = new double[kernel.HalfWidth == 0 ? 0 : (size + (2 * kernel.HalfWidth)) * size];

    /// <summary>Writes the blurred source into the target, both [size, size].</summary>
    public void Apply(double[] source, double[] target)
    {
        if (kernel.HalfWidth == 0)
        {
            source.AsSpan().CopyTo(target);
            return;
        }

        AlongRows(source);
        AlongColumns(target);
    }

    // Into the middle rows of the tall image; its first and last rows are then repeated outwards.
    private void AlongRows(double[] source)
    {
        int reach = kernel.HalfWidth;
        double[] row = _row;
        for (int r = 0; r < size; r++)
        {
            ReadOnlySpan<double> line = source.AsSpan(r * size, size);
            row.AsSpan(0, reach).Fill(line[0]);
            line.CopyTo(row.AsSpan(reach));
            row.AsSpan(reach + size).Fill(line[^1]);
            int first = (r + reach) * size;
            for (int c = 0; c < size; c++)
            {
                _tall[first + c] = Sum(row, c + reach, 1);
            }
        }

        ReadOnlySpan<double> top = _tall.AsSpan(reach * size, size);
        ReadOnlySpan<double> bottom = _tall.AsSpan((reach + size - 1) * size, size);
        for (int r = 0; r < reach; r++)
        {
            top.CopyTo(_tall.AsSpan(r * size));
            bottom.CopyTo(_tall.AsSpan((reach + size + r) * size));
        }
    }

    private void AlongColumns(double[] target)
    {
        int first = kernel.HalfWidth * size;
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Sum(_tall, first + i, size);
        }
    }

    private double Sum(double[] values, int middle, int stride)
    {
        double[] weights = _weights;
        double sum = weights[0] * values[middle];
        int before = middle;
        int after = middle;
        for (int n = 1; n < weights.Length; n++)
        {
            before -= stride;
            after += stride;
            sum += weights[n] * (values[before] + values[after]);
        }

        return sum;
    }
}
