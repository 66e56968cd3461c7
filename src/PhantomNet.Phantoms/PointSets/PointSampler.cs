using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.PointSets;

/// <summary>Draws labelled points of a shape. They stand for no patient: they are there to bend a boundary.</summary>
public static class PointSampler
{
    private const double SpiralTurns = 1.25;

    // Far from the streams that a network draws from with the same seed.
    private const int FirstStream = 1 << 30;

    /// <summary>Half of the points of each class, in turn; the same seed and stream give the same points.</summary>
    /// <param name="shape">Where the classes lie.</param>
    /// <param name="count">Number of points, at least 2.</param>
    /// <param name="noise">Standard deviation of the normal noise added to both coordinates, 0 or more.</param>
    /// <param name="seed">Decides the points.</param>
    /// <param name="stream">Sets of one seed and other streams are drawn apart: train and test.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few points, or noise below 0 or not finite.</exception>
    public static LabelledPoint[] Draw(PointShape shape, int count, double noise, int seed, int stream = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        if (!(noise >= 0 && double.IsFinite(noise)))
        {
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "The noise must be a finite number, 0 or more.");
        }

        SeededRandom random = new(seed, FirstStream + stream);
        LabelledPoint[] points = new LabelledPoint[count];
        for (int n = 0; n < count; n++)
        {
            int label = n % 2;
            (double x1, double x2) = shape switch
            {
                PointShape.Linear => Linear(random, label),
                PointShape.Circle => Circle(random, label),
                PointShape.Moons => Moons(random, label),
                PointShape.Xor => Xor(random, label),
                PointShape.Spiral => Spiral(random, label),
                _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, message: null),
            };
            points[n] = new LabelledPoint(x1 + (noise * random.NextNormal()), x2 + (noise * random.NextNormal()), label);
        }

        return points;
    }

    // Uniform in the square, at least 0.12 from the line x1 + x2 = 0.
    private static (double X1, double X2) Linear(SeededRandom random, int label)
    {
        while (true)
        {
            double x1 = random.NextDouble(-0.95, 0.95);
            double x2 = random.NextDouble(-0.95, 0.95);
            double distance = (x1 + x2) / Math.Sqrt(2);
            if (label == 1 ? distance > 0.12 : distance < -0.12)
            {
                return (x1, x2);
            }
        }
    }

    // Pneumonia within 0.5 of the middle, Normal from 0.7 to 0.95, both uniform in area.
    private static (double X1, double X2) Circle(SeededRandom random, int label)
    {
        double inner = label == 1 ? 0 : 0.7;
        double outer = label == 1 ? 0.5 : 0.95;
        double radius = Math.Sqrt(random.NextDouble(inner * inner, outer * outer));
        double angle = random.NextDouble(0, 2 * Math.PI);
        return (radius * Math.Cos(angle), radius * Math.Sin(angle));
    }

    // Half circles of radius 0.55 around (−0.275, −0.15) and (0.275, 0.15), one opening down and one up.
    private static (double X1, double X2) Moons(SeededRandom random, int label)
    {
        double angle = random.NextDouble(0, Math.PI);
        double x1 = (0.55 * Math.Cos(angle)) - 0.275;
        double x2 = (0.55 * Math.Sin(angle)) - 0.15;
        return label == 0 ? (x1, x2) : (-x1, -x2);
    }

    // Each coordinate 0.1 to 0.95 from its axis.
    private static (double X1, double X2) Xor(SeededRandom random, int label)
    {
        double x1 = random.NextDouble(0.1, 0.95);
        double x2 = random.NextDouble(0.1, 0.95);
        bool right = random.NextDouble() < 0.5;
        bool top = right == (label == 1);
        return (right ? x1 : -x1, top ? x2 : -x2);
    }

    // An arm from radius 0.1 to 0.95, the points spread about evenly along it (hence the root); the other class is the same arm turned by half a circle.
    private static (double X1, double X2) Spiral(SeededRandom random, int label)
    {
        double along = Math.Sqrt(random.NextDouble());
        double radius = 0.1 + (0.85 * along);
        double angle = (SpiralTurns * 2 * Math.PI * along) + (label * Math.PI);
        return (radius * Math.Sin(angle), radius * Math.Cos(angle));
    }
}
