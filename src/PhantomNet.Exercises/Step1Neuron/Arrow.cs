namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>An arrow as the path of an SVG.</summary>
public static class Arrow
{
    /// <summary>A shaft with two barbs; without barbs where there is no room for them, nothing where there is no length.</summary>
    public static string Path((double X, double Y) from, (double X, double Y) to)
    {
        double dx = to.X - from.X;
        double dy = to.Y - from.Y;
        double length = Math.Sqrt((dx * dx) + (dy * dy));
        if (!(length > 0.5))
        {
            return "";
        }

        double barb = Math.Min(8, length / 2) / length;
        (double bx, double by) = (dx * barb, dy * barb);
        return $"M{from.X:F1} {from.Y:F1}L{to.X:F1} {to.Y:F1}"
            + $"M{to.X - bx - (by * 0.6):F1} {to.Y - by + (bx * 0.6):F1}L{to.X:F1} {to.Y:F1}"
            + $"L{to.X - bx + (by * 0.6):F1} {to.Y - by - (bx * 0.6):F1}";
    }
}
