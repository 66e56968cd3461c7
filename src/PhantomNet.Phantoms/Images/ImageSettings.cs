namespace PhantomNet.Phantoms.Images;

/// <summary>How large an image is and how it is shown.</summary>
/// <param name="Size">Rows and columns, <see cref="LeastSize"/> to <see cref="MostSize"/>.</param>
/// <param name="Shown">The window, or null for one that fits each image.</param>
/// <exception cref="ArgumentOutOfRangeException">A size outside its range.</exception>
public sealed record ImageSettings(int Size = 128, WindowLevel? Shown = null)
{
    /// <summary>The fewest rows and columns.</summary>
    public const int LeastSize = 16;

    /// <summary>The most rows and columns.</summary>
    public const int MostSize = 512;

    /// <summary>Rows and columns.</summary>
    public int Size
    {
        get;
        init => field = Sized(value);
    } = Sized(Size);

    private static int Sized(int value) =>
        value is >= LeastSize and <= MostSize
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                $"The image has {value} rows and columns; take {LeastSize} to {MostSize}."
            );
}
