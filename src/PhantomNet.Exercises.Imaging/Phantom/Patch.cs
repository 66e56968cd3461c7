using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>A square of pixels.</summary>
/// <param name="Row">Its first row.</param>
/// <param name="Column">Its first column.</param>
/// <param name="Side">Rows and columns of it.</param>
public sealed record Patch(int Row, int Column, int Side)
{
    /// <summary>Its side in cm.</summary>
    public const double SideCm = 5;

    // From the image's left and top, in cm: below the right dome of the diaphragm, beside the spine.
    private const double LeftCm = 10;
    private const double TopCm = 33;

    /// <summary>Over the liver.</summary>
    public static Patch OverLiver(int size)
    {
        int side = Math.Max(2, (int)Math.Round(SideCm / ProfileLine.FieldCm * size));
        int row = Math.Min(Profile.PixelAt(TopCm, size), size - side);
        return new(row, Profile.PixelAt(LeftCm, size), side);
    }

    /// <summary>
    /// Σ of ((counted − expected) / expected)² over its pixels: each is measured against its own expectation, so that shadows in the patch don't count
    /// as noise. With it, the mean expectation.
    /// </summary>
    public (double SumOfSquares, double MeanQuanta) Noise(Radiograph radiograph)
    {
        double sum = 0;
        double quanta = 0;
        double scatter = radiograph.Stages.ScatterQuanta;
        for (int row = Row; row < Row + Side; row++)
        {
            for (int column = Column; column < Column + Side; column++)
            {
                int i = (row * radiograph.Size) + column;
                double expected = radiograph.Stages.PrimaryQuanta[i] + scatter;
                double off = (radiograph.Stages.CountedQuanta[i] - expected) / expected;
                sum += off * off;
                quanta += expected;
            }
        }

        return (sum, quanta / (Side * Side));
    }
}
