namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>What a kernel made of an image.</summary>
/// <param name="Values">[size, size].</param>
/// <param name="Size">Rows and columns of the output.</param>
/// <param name="Inset">How far its first row and column lie inside the image: 1 without a border, else 0.</param>
public sealed record FilteredImage(float[] Values, int Size, int Inset)
{
    /// <summary>The least value.</summary>
    public float Least { get; } = Values.Min();

    /// <summary>The largest value.</summary>
    public float Largest { get; } = Values.Max();

    /// <summary>The larger of the two without its sign: the end of a scale that has zero in the middle and clips nothing.</summary>
    public double ScaleEnd => Math.Max(Math.Abs(Least), Math.Abs(Largest));

    /// <summary>Mean of all values.</summary>
    public double Mean { get; } = Values.Average(value => (double)value);

    /// <summary>The value whose window has its middle on this pixel of the image.</summary>
    public float At(int row, int column) => Values[((row - Inset) * Size) + column - Inset];
}
