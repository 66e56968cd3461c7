namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>A bright disc that can be laid anywhere on an image of the trial: the pixels that it covers, and what it adds there.</summary>
public static class LesionDisc
{
    /// <summary>Rows and columns of the image.</summary>
    public const int Side = TrialNetworks.Side;

    /// <summary>In pixels, from the middle of its middle pixel.</summary>
    public const int Radius = 2;

    /// <summary>The least row or column of its middle.</summary>
    public const int Least = Radius;

    /// <summary>The largest.</summary>
    public const int Most = Side - 1 - Radius;

    /// <summary>What it adds to each pixel, in standard deviations of the training images' pixels.</summary>
    public const float Brightness = 1;

    /// <summary>A corner.</summary>
    public static PixelPlace TopLeft { get; } = new(Least, Least);

    /// <summary>All four.</summary>
    public static IReadOnlyList<(string Name, PixelPlace Place)> Corners { get; } =
    [
        ("top left", TopLeft),
        ("top right", new(Least, Most)),
        ("bottom left", new(Most, Least)),
        ("bottom right", new(Most, Most)),
    ];

    /// <summary>The pixels that it covers, as indices.</summary>
    public static IReadOnlyList<int> Covered(PixelPlace middle)
    {
        List<int> covered = [];
        for (int row = middle.Row - Radius; row <= middle.Row + Radius; row++)
        {
            for (int column = middle.Column - Radius; column <= middle.Column + Radius; column++)
            {
                int squared = ((row - middle.Row) * (row - middle.Row)) + ((column - middle.Column) * (column - middle.Column));
                if (squared <= Radius * Radius)
                {
                    covered.Add((row * Side) + column);
                }
            }
        }

        return covered;
    }

    /// <summary>The image with the disc on it.</summary>
    public static float[] Laid(ReadOnlySpan<float> image, PixelPlace middle)
    {
        float[] laid = image.ToArray();
        foreach (int pixel in Covered(middle))
        {
            laid[pixel] += Brightness;
        }

        return laid;
    }

    /// <summary>What it adds to a neuron's weighted sum.</summary>
    public static double AddedTo(ReadOnlySpan<float> weights, PixelPlace middle)
    {
        double sum = 0;
        foreach (int pixel in Covered(middle))
        {
            sum += (double)weights[pixel] * Brightness;
        }

        return sum;
    }
}
