namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>All that one weight is multiplied by while the window goes over the image: a rectangle as large as the output.</summary>
/// <param name="FirstRow">Its first row; −1 is beyond the image.</param>
/// <param name="FirstColumn">Its first column.</param>
/// <param name="Side">Its rows and columns: those of the output.</param>
/// <param name="ImageSize">Rows and columns of the image.</param>
public sealed record WeightReach(int FirstRow, int FirstColumn, int Side, int ImageSize)
{
    /// <summary>Of a place of the kernel as it lies on the image.</summary>
    public static WeightReach Of(int place, BorderRule border, int imageSize)
    {
        int inset = border == BorderRule.Valid ? 1 : 0;
        return new WeightReach(
            (place / Kernel.Size) - 1 + inset,
            (place % Kernel.Size) - 1 + inset,
            imageSize - (2 * inset),
            imageSize
        );
    }

    /// <summary>Products that it takes part in: one for each output pixel.</summary>
    public int Products => Side * Side;

    /// <summary>Different pixels of the image that it is multiplied by.</summary>
    public int Pixels => Inside(FirstRow) * Inside(FirstColumn);

    /// <summary>Products with something beyond the image: a zero, or a pixel of the border once more.</summary>
    public int Beyond => Products - Pixels;

    /// <summary>The part of it that is on the image: first row, first column, rows, columns.</summary>
    public (int Row, int Column, int Rows, int Columns) OnImage =>
        (Math.Max(0, FirstRow), Math.Max(0, FirstColumn), Inside(FirstRow), Inside(FirstColumn));

    private int Inside(int first) => Math.Min(ImageSize, first + Side) - Math.Max(0, first);
}
