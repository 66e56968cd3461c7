namespace PhantomNet.Networks.Specs;

/// <summary>
/// How a layer looks at an image: a square window that moves over it in steps. Output place i looks at the input places from
/// i × stride − padding on, as many as the window is wide.
/// </summary>
/// <param name="Size">K: rows and columns of the window.</param>
/// <param name="Stride">S: input places between neighbouring windows.</param>
/// <param name="Padding">P: places of zeros around the image, on each side.</param>
public readonly record struct Window(int Size, int Stride, int Padding)
{
    /// <summary>The window of a layer that takes each place by itself, such as an activation.</summary>
    public static Window OnePlace => new(Size: 1, Stride: 1, Padding: 0);

    /// <summary>Where the window of output place <paramref name="place"/> starts; below 0 inside the padding.</summary>
    public int Start(int place) => (place * Stride) - Padding;

    /// <summary>The shape of the places where the window fits: floor((N + 2P − K) / S) + 1 for height and for width.</summary>
    /// <param name="layer">Name of the layer, for the message.</param>
    /// <param name="input">What the window moves over.</param>
    /// <param name="channels">Channels that come out.</param>
    /// <exception cref="ArgumentException">A setting is out of its range, or the window fits nowhere.</exception>
    internal Shape OutputShape(string layer, Shape input, int channels)
    {
        Check(layer);
        return new Shape(channels, Places(input.Height), Places(input.Width)) is { Height: > 0, Width: > 0 } output
            ? output
            : throw new ArgumentException(
                $"A layer of {layer} was given the shape {input}; a window of {Size}×{Size} needs at least {Size} rows and "
                    + $"columns, and with {Padding} of padding on each side there are {input.Height + (2L * Padding)} and "
                    + $"{input.Width + (2L * Padding)}. Use a smaller window, more padding, or fewer layers that shrink the image."
            );
    }

    /// <summary>The rows or columns that a run of output places looks at, without those outside the image.</summary>
    internal (int First, int Last) Seen(int first, int last, int length) =>
        (Math.Max(0, Start(first)), Math.Min(length - 1, Start(last) + Size - 1));

    private int Places(int length)
    {
        long room = length + (2L * Padding) - Size;
        return room < 0 ? 0 : (int)Math.Min((room / Stride) + 1, int.MaxValue);
    }

    private void Check(string layer)
    {
        if (Size < 1 || Stride < 1)
        {
            throw new ArgumentException(
                $"A layer of {layer} was given a window of {Size} and a stride of {Stride}; both must be at least 1."
            );
        }

        if (Padding < 0 || Padding >= Size)
        {
            throw new ArgumentException(
                $"A layer of {layer} was given {Padding} of padding; with a window of {Size} it must be 0 to {Size - 1}, so that "
                    + "every window sees the image."
            );
        }
    }
}
