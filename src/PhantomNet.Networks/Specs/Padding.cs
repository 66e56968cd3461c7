namespace PhantomNet.Networks.Specs;

/// <summary>How many rows and columns of zeros are put around an image before a convolution.</summary>
public readonly record struct Padding
{
    private Padding(int pixels, bool isSame)
    {
        Pixels = pixels;
        IsSame = isSame;
    }

    /// <summary>None: windows stay inside the image, which shrinks by K − 1.</summary>
    public static Padding Valid => default;

    /// <summary>
    /// (K − 1) / 2 on each side, so that with stride 1 the size stays the same, and with stride S it is N / S rounded up. K must
    /// be odd: an even kernel would need more on one side than on the other.
    /// </summary>
    public static Padding Same => new(pixels: 0, isSame: true);

    /// <summary>Whether it follows from the kernel.</summary>
    public bool IsSame { get; }

    private int Pixels { get; }

    /// <summary>This many pixels on each side.</summary>
    public static Padding Of(int pixels) => new(pixels, isSame: false);

    /// <summary>The pixels on each side around an image that meets such a kernel.</summary>
    /// <exception cref="ArgumentException">Same padding was asked for with an even kernel.</exception>
    public int PixelsFor(int kernelSize)
    {
        if (!IsSame)
        {
            return Pixels;
        }

        return kernelSize % 2 == 1
            ? (kernelSize - 1) / 2
            : throw new ArgumentException(
                $"Same padding was asked for with a kernel of {kernelSize}; it needs an odd kernel, which has a middle. Use a kernel "
                    + $"of {kernelSize + 1}, or say how many pixels."
            );
    }

    /// <summary>For example <c>same padding</c>.</summary>
    public override string ToString() =>
        IsSame ? "same padding"
        : Pixels == 0 ? "valid padding"
        : $"padding {Pixels}";
}
