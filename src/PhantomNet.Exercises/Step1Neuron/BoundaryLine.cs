using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>The line ŷ = 0.5 in the plane, where it can be taken hold of.</summary>
public static class BoundaryLine
{
    /// <summary>The plane as it is drawn: intensities from 0 to 1 with a margin.</summary>
    public static PlaneScale Scale { get; } = new(-0.12, 1.12, 340);

    /// <summary>The middle of what is seen of the line, or null where none of it is.</summary>
    public static (double X1, double X2)? Middle(Weights weights)
    {
        if (Scale.Line(weights.W1, weights.W2, weights.B) is not { } ends)
        {
            return null;
        }

        double across = (ends.X1 + ends.X2) / 2 / Scale.Size;
        double down = (ends.Y1 + ends.Y2) / 2 / Scale.Size;
        return (Scale.X1(across), Scale.X2(down));
    }

    /// <summary>Whether any pair of intensities from 0 to 1 lies on it.</summary>
    public static bool CrossesIntensities(Weights weights) =>
        new PlaneScale(0, 1, 1).Line(weights.W1, weights.W2, weights.B) is not null;

    /// <summary>The point of the line where its handles sit; at the edge of the picture while the line is outside it.</summary>
    public static (double X1, double X2) Handle(Weights weights)
    {
        if (Middle(weights) is { } middle)
        {
            return middle;
        }

        // The point of the line nearest to the middle of the picture, brought inside.
        double squared = weights.Length * weights.Length;
        double t = squared > 0 ? weights.At(0.5, 0.5) / squared : 0;
        return (Inside(0.5 - (t * weights.W1)), Inside(0.5 - (t * weights.W2)));
    }

    private static double Inside(double value) => Math.Clamp(value, Scale.Min + 0.05, Scale.Max - 0.05);
}
