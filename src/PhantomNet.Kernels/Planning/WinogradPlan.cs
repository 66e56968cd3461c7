using PhantomNet.Networks;

namespace PhantomNet.Kernels.Planning;

/// <summary>
/// Where a convolution of 3 × 3 weights and stride 1 keeps what it needs to compute squares of 2 × 2 outputs with 16
/// multiplications for each pair of channel and filter in place of 36 (docs/sources.md#winograd).
/// </summary>
/// <param name="Weights">Transformed weights, [filters][channels][16] floats, made anew when the parameters have changed.</param>
/// <param name="Tiles">One row of transformed squares of the input, and of a few filters' products.</param>
internal sealed record WinogradPlan(Storage Weights, Storage Tiles)
{
    /// <summary>Rows and columns of the kernel.</summary>
    public const int Kernel = 3;

    /// <summary>Rows and columns of outputs that are computed together.</summary>
    public const int Outputs = 2;

    /// <summary>Rows and columns of the image that they are computed from.</summary>
    public const int Side = Outputs + Kernel - 1;

    /// <summary>Numbers of a transformed square, and of a transformed kernel.</summary>
    public const int Points = Side * Side;

    /// <summary>Filters whose products lie in the memory at a time.</summary>
    public const int FiltersAtOnce = 4;

    // The points of one square are written 16 times so far apart. A distance that is a multiple of 4096 bytes would have them
    // all in the same few places of the nearest memory.
    private const int Padding = 64;

    /// <summary>Squares that make a row of outputs; the last one overlaps the one before it where their number is odd.</summary>
    public static int TilesOf(int width) => (width + Outputs - 1) / Outputs;

    /// <summary>Bytes from one point of a row's squares to the next, with so many numbers in each square.</summary>
    public static int PointBytes(int tiles, int numbers) => (tiles * numbers * Tensor.Element) + Padding;

    /// <summary>Whether it takes less time than one product for each weight.</summary>
    /// <param name="channels">Channels that come in.</param>
    /// <param name="filters">Channels that come out.</param>
    /// <param name="kernel">Rows and columns of the kernel.</param>
    /// <param name="stride">Pixels from one window to the next.</param>
    /// <param name="output">Rows and columns to compute.</param>
    public static bool Suits(int channels, int filters, int kernel, int stride, Shape output)
    {
        if (kernel != Kernel || stride != 1 || output.Height < Outputs || output.Width < Outputs)
        {
            return false;
        }

        // Operations on vectors for one square. Transforms also read and write the memory.
        const int inputTransform = 48;
        const int outputTransform = 44;
        int direct = 2 * Outputs * Outputs * Kernel * Kernel * channels * filters;
        int here = (inputTransform * channels) + (2 * Points * channels * filters) + (outputTransform * filters);
        return here < direct;
    }

    /// <summary>Multiply-adds of a sample: products, and the additions before and after them, of which two count as one.</summary>
    public static long MultiplyAdds(int channels, int filters, Shape output)
    {
        const int inputAdditions = 32; // of a square and channel
        const int outputAdditions = 24; // of a square and filter
        long tiles = (long)TilesOf(output.Height) * TilesOf(output.Width);
        return tiles * ((Points * channels * filters) + (inputAdditions / 2 * channels) + (outputAdditions / 2 * filters));
    }

    /// <summary>Makes room in storages of the plan.</summary>
    public static WinogradPlan Reserve(Storage weights, Storage tiles, int channels, int filters, int width)
    {
        int count = TilesOf(width);
        weights.Bytes = (long)Points * sizeof(float) * channels * filters;
        long bytes = (long)Points * (PointBytes(count, channels) + PointBytes(count, FiltersAtOnce));
        tiles.Bytes = Math.Max(tiles.Bytes, bytes);
        return new WinogradPlan(weights, tiles);
    }
}
