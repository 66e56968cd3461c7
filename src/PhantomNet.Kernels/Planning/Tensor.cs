using PhantomNet.Networks;

namespace PhantomNet.Kernels.Planning;

/// <summary>
/// Numbers of four samples side by side: element (c, y, x) is the v128 at Address + c·ChannelStride + y·RowStride + x·PixelStride.
/// Of one sample alone an element is a float. Around an image there can be a border of zeros, and between its pixels gaps of zeros,
/// which are never written.
/// </summary>
internal sealed record Tensor(
    Storage Storage,
    Shape Shape,
    int Origin,
    int ChannelStride,
    int RowStride,
    int PixelStride,
    int ElementBytes = Tensor.Element
)
{
    /// <summary>Bytes of an element of four samples: four floats.</summary>
    public const int Element = 16;

    /// <summary>Bytes of an element of one sample.</summary>
    public const int Single = 4;

    /// <summary>Address of the first element, in the memory or in a group's arena.</summary>
    public int Address => Storage.Address + Origin;

    /// <summary>Whether the elements follow one another without gaps.</summary>
    public bool IsContiguous =>
        (PixelStride == ElementBytes || Shape.Width == 1)
        && (RowStride == Shape.Width * ElementBytes || Shape.Height == 1)
        && (ChannelStride == Shape.Width * Shape.Height * ElementBytes || Shape.Channels == 1);

    /// <summary>Elements one after another.</summary>
    public static Tensor Contiguous(Storage storage, Shape shape) => Bordered(storage, shape, 0, 1, shape.Height, shape.Width);

    /// <summary>
    /// Images within larger ones of zeros: <paramref name="height"/> × <paramref name="width"/> places a channel, the first pixel
    /// <paramref name="before"/> places from the top left, and every <paramref name="spacing"/>-th place a pixel.
    /// </summary>
    public static Tensor Bordered(
        Storage storage,
        Shape shape,
        int before,
        int spacing,
        int height,
        int width,
        int elementBytes = Element
    )
    {
        long row = (long)width * elementBytes;
        long channel = height * row;
        storage.Bytes = Math.Max(storage.Bytes, channel * shape.Channels);
        if (storage.Bytes > int.MaxValue)
        {
            return new Tensor(storage, shape, 0, 0, 0, 0, elementBytes); // the memory plan will refuse it, with the numbers
        }

        int origin = before * (int)(row + elementBytes);
        return new Tensor(storage, shape, origin, (int)channel, (int)row * spacing, elementBytes * spacing, elementBytes);
    }

    /// <summary>The same numbers, a vector read as an image.</summary>
    public Tensor AsImage(Shape image) =>
        this with
        {
            Shape = image,
            PixelStride = ChannelStride,
            RowStride = image.Width * ChannelStride,
            ChannelStride = image.Width * image.Height * ChannelStride,
        };
}
