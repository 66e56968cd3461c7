namespace PhantomNet.Networks.Specs;

/// <summary>
/// How the places of a feature map look at the input image, along each axis: place i sees the <paramref name="Size"/> pixels from
/// <paramref name="Start"/> + i × <paramref name="Jump"/> on. Near the edges part of that lies outside the image;
/// <see cref="PixelRectangle.SeenBy"/> gives what is left.
/// </summary>
/// <param name="Size">Pixels seen, in rows and in columns.</param>
/// <param name="Jump">Pixels between what neighbouring places see: the product of the strides so far.</param>
/// <param name="Start">First pixel of place 0; below 0 where there is padding.</param>
public readonly record struct ReceptiveField(long Size, long Jump, long Start)
{
    /// <summary>The middle of what place <paramref name="place"/> sees; whole numbers are the middles of pixels.</summary>
    public double Middle(int place) => Start + ((double)place * Jump) + ((Size - 1) / 2.0);

    /// <summary>The receptive field of what leaves a layer; null from a flatten or dense layer on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    public static ReceptiveField? Of(NetworkSpec spec, int layer)
    {
        spec.CheckLayer(layer);
        ReceptiveField field = new(Size: 1, Jump: 1, Start: 0);
        for (int at = 0; at <= layer; at++)
        {
            if (spec.Layers[at].Window is not { } window)
            {
                return null;
            }

            field = new ReceptiveField(
                field.Size + ((window.Size - 1) * field.Jump),
                field.Jump * window.Stride,
                field.Start - (window.Padding * field.Jump)
            );
        }

        return field;
    }
}
