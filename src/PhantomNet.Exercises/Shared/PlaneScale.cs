namespace PhantomNet.Exercises.Shared;

/// <summary>Maps a square of the (x1, x2) plane to a square drawing with y downwards, and back.</summary>
/// <param name="Min">Least x1 and x2.</param>
/// <param name="Max">Greatest x1 and x2.</param>
/// <param name="Size">Side of the drawing in its own units.</param>
public sealed record PlaneScale(double Min, double Max, double Size)
{
    /// <summary>From x1 to the right.</summary>
    public double Across(double x1) => (x1 - Min) / (Max - Min) * Size;

    /// <summary>From x2 downwards.</summary>
    public double Down(double x2) => (Max - x2) / (Max - Min) * Size;

    /// <summary>The x1 at this fraction of the width.</summary>
    public double X1(double fraction) => Min + (fraction * (Max - Min));

    /// <summary>The x2 at this fraction of the height from the top.</summary>
    public double X2(double fraction) => Max - (fraction * (Max - Min));

    /// <summary>The ends of the line w1·x1 + w2·x2 + b = 0 within the square, in the drawing's units; null where it isn't in it.</summary>
    public (double X1, double Y1, double X2, double Y2)? Line(double w1, double w2, double b)
    {
        List<(double X, double Y)> ends = [];
        foreach (double edge in (double[])[Min, Max])
        {
            AddIfInside(ends, edge, w2 == 0 ? double.NaN : -(b + (w1 * edge)) / w2);
            AddIfInside(ends, w1 == 0 ? double.NaN : -(b + (w2 * edge)) / w1, edge);
        }

        // A line through a corner meets two edges there: take the two ends that are farthest apart.
        ((double X, double Y) A, (double X, double Y) B) best = default;
        double farthest = 0;
        foreach ((double X, double Y) a in ends)
        {
            foreach ((double X, double Y) c in ends)
            {
                double distance = Math.Abs(a.X - c.X) + Math.Abs(a.Y - c.Y);
                if (distance > farthest)
                {
                    farthest = distance;
                    best = (a, c);
                }
            }
        }

        return farthest > 0 ? (Across(best.A.X), Down(best.A.Y), Across(best.B.X), Down(best.B.Y)) : null;
    }

    private void AddIfInside(List<(double X, double Y)> ends, double x1, double x2)
    {
        if (x1 >= Min && x1 <= Max && x2 >= Min && x2 <= Max)
        {
            ends.Add((x1, x2));
        }
    }
}
