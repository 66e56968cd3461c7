using System.Text;

namespace PhantomNet.Exercises.Shared;

/// <summary>Turns points into the path of a line.</summary>
public static class ChartPath
{
    /// <summary>Side of the square that paths are drawn in; whole numbers in it are finer than a pixel.</summary>
    public const int Size = 10_000;

    /// <summary>The most points that a path has.</summary>
    public const int MaxPoints = 300;

    // Far outside of the drawing and still small enough for every browser.
    private const double Far = 10;

    /// <summary>
    /// At most <see cref="MaxPoints"/> of them. Of each run of neighbours the lowest and the highest stay, so that no peak is lost.
    /// </summary>
    public static IReadOnlyList<(double X, double Y)> Decimate(IReadOnlyList<(double X, double Y)> points)
    {
        if (points.Count <= MaxPoints)
        {
            return points;
        }

        List<(double X, double Y)> kept = new(MaxPoints) { points[0] };
        int runs = (MaxPoints - 2) / 2;
        for (int run = 0; run < runs; run++)
        {
            // The first and the last point are kept anyway.
            int start = 1 + (int)((long)run * (points.Count - 2) / runs);
            int end = 1 + (int)((long)(run + 1) * (points.Count - 2) / runs);
            (int low, int high) = Extremes(points, start, end);
            kept.Add(points[Math.Min(low, high)]);
            if (low != high)
            {
                kept.Add(points[Math.Max(low, high)]);
            }
        }

        kept.Add(points[^1]);
        return kept;
    }

    /// <summary>The path within a square of <see cref="Size"/>, y downwards.</summary>
    public static string Of(IReadOnlyList<(double X, double Y)> points, ChartAxis x, ChartAxis y)
    {
        StringBuilder path = new();
        bool drawing = false;
        foreach ((double px, double py) in Decimate(points))
        {
            double across = x.Fraction(px);
            double up = y.Fraction(py);
            if (double.IsFinite(across) && double.IsFinite(up))
            {
                path.Append(drawing ? 'L' : 'M')
                    .Append((int)Math.Round(Math.Clamp(across, -Far, Far) * Size))
                    .Append(' ')
                    .Append((int)Math.Round((1 - Math.Clamp(up, -Far, Far)) * Size));
                drawing = true;
            }
            else
            {
                drawing = false;
            }
        }

        return path.ToString();
    }

    private static (int Low, int High) Extremes(IReadOnlyList<(double X, double Y)> points, int start, int end)
    {
        (int low, int high) = (start, start);
        for (int i = start + 1; i < end; i++)
        {
            low = points[i].Y < points[low].Y ? i : low;
            high = points[i].Y > points[high].Y ? i : high;
        }

        return (low, high);
    }
}
