using System.Runtime.CompilerServices;

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
    public void Apply(ReadOnlySpan<double> source, Span<double> target)
    {
        for (int r = 0; r < size; r++)
        {
            TakeRow(r, source.Slice(r * size, size));
        }

        for (int r = 0; r < size; r++)
        {
            GiveRow(r, source.Slice(r * size, size), target.Slice(r * size, size));
        }
    }

    /// <summary>Takes in one row of the source; all have to be in before any goes out.</summary>
    public void TakeRow(int r, ReadOnlySpan<double> line)
    {
        int reach = kernel.HalfWidth;
        if (reach == 0)
        {
            return;
        }

        double[] row = _row;
        row.AsSpan(0, reach).Fill(line[0]);
        line.CopyTo(row.AsSpan(reach));
        row.AsSpan(reach + size).Fill(line[^1]);
        int first = (r + reach) * size;
        for (int c = 0; c < size; c++)
        {
            _tall[first + c] = Sum(row, c + reach, 1);
        }

        // Beyond the first and the last row of the tall image they are repeated.
        for (int n = 1; n <= reach && (r == 0 || r == size - 1); n++)
        {
            int copy = r == 0 ? reach - n : reach + size - 1 + n;
            _tall.AsSpan(first, size).CopyTo(_tall.AsSpan(copy * size));
        }
    }

    /// <summary>Writes one row of the blurred image.</summary>
    /// <param name="r">Which row.</param>
    /// <param name="source">The row as it was taken in: what is written where nothing is blurred.</param>
    /// <param name="target">Where to write.</param>
    public void GiveRow(int r, ReadOnlySpan<double> source, Span<double> target)
    {
        if (kernel.HalfWidth == 0)
        {
            source.CopyTo(target);
            return;
        }

        int first = (r + kernel.HalfWidth) * size;
        for (int c = 0; c < target.Length; c++)
        {
            target[c] = Sum(_tall, first + c, size);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
