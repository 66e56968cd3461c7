using System.Text;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>Where the loss surface has one height, as the path of an SVG, with a place for the number.</summary>
/// <param name="Level">The loss.</param>
/// <param name="Path">Line pieces.</param>
/// <param name="LabelX">In the drawing's units.</param>
/// <param name="LabelY">In the drawing's units.</param>
public sealed record Contour(double Level, string Path, double LabelX, double LabelY)
{
    /// <summary>The loss of who gives everybody 0.5.</summary>
    public static readonly double Ignorance = Math.Log(2);

    private static readonly double[] Levels = [0.63, 0.65, Ignorance, 0.8, 1, 1.3, 1.7];

    /// <summary>All contours of a surface; a level that it doesn't reach has none.</summary>
    public static IReadOnlyList<Contour> Of(LossSurface surface, PlaneScale scale) =>
        [.. Levels.Select(level => Trace(surface, scale, level)).OfType<Contour>()];

    // Marching squares: in each cell, a line between the places where the level crosses its sides.
    private static Contour? Trace(LossSurface surface, PlaneScale scale, double level)
    {
        StringBuilder path = new();
        double labelX = 0;
        double labelY = 0;
        double best = double.MaxValue;
        Span<(double X, double Y)> crossings = stackalloc (double, double)[4];
        for (int j = 0; j < LossSurface.Side - 1; j++)
        {
            for (int i = 0; i < LossSurface.Side - 1; i++)
            {
                int count = Crossings(surface, i, j, level, crossings);
                for (int k = 0; k + 1 < count; k += 2)
                {
                    double x = scale.Across(crossings[k].X);
                    double y = scale.Down(crossings[k].Y);
                    path.Append($"M{x:F1} {y:F1}L{scale.Across(crossings[k + 1].X):F1} {scale.Down(crossings[k + 1].Y):F1}");
                    // Numbers stand along the diagonal from the lower left, away from the edges.
                    double off = Math.Abs(crossings[k].X - crossings[k].Y) + (crossings[k].X > 0 ? 1 : 0);
                    if (off < best && Math.Abs(crossings[k].X) < 1.8)
                    {
                        (best, labelX, labelY) = (off, x, y);
                    }
                }
            }
        }

        return path.Length == 0 ? null : new Contour(level, path.ToString(), best < 0.5 ? labelX : double.NaN, labelY);
    }

    private static int Crossings(LossSurface surface, int i, int j, double level, Span<(double X, double Y)> crossings)
    {
        double a = surface[i, j];
        double b = surface[i + 1, j];
        double c = surface[i + 1, j + 1];
        double d = surface[i, j + 1];
        if ((a > level) == (b > level) && (b > level) == (c > level) && (c > level) == (d > level))
        {
            return 0;
        }

        double left = LossSurface.WeightAt(i);
        double bottom = LossSurface.WeightAt(j);
        int count = 0;
        Add(a, b, t => (left + t, bottom), crossings);
        Add(b, c, t => (left + 0.1, bottom + t), crossings);
        Add(d, c, t => (left + t, bottom + 0.1), crossings);
        Add(a, d, t => (left, bottom + t), crossings);
        return count;

        void Add(double from, double to, Func<double, (double X, double Y)> place, Span<(double X, double Y)> found)
        {
            if ((from > level) != (to > level))
            {
                found[count++] = place(0.1 * (level - from) / (to - from));
            }
        }
    }
}
