namespace PhantomNet.Exercises.Step3Activations;

/// <summary>The straight line y = slope · x + intercept.</summary>
public readonly record struct StraightLine(double Slope, double Intercept)
{
    /// <summary>y at x.</summary>
    public double At(double x) => (Slope * x) + Intercept;

    /// <summary>
    /// The line whose largest vertical distance from the points is the smallest possible (Chebyshev's, or minimax), and that
    /// distance.
    /// </summary>
    /// <param name="x">Rising, two or more.</param>
    /// <param name="y">As many.</param>
    /// <remarks>
    /// For a slope s, the strip that holds all points is max(y − s·x) − min(y − s·x) high: convex in s and made of straight pieces
    /// that meet at the slopes of the convex hull's edges. So one of those is the best.
    /// </remarks>
    public static (StraightLine Line, double Distance) Minimax(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        (StraightLine Line, double Distance) best = (default, double.PositiveInfinity);
        foreach (double slope in HullSlopes(x, y, upper: true).Concat(HullSlopes(x, y, upper: false)))
        {
            double low = double.PositiveInfinity;
            double high = double.NegativeInfinity;
            for (int i = 0; i < x.Length; i++)
            {
                double rest = y[i] - (slope * x[i]);
                low = Math.Min(low, rest);
                high = Math.Max(high, rest);
            }

            if ((high - low) / 2 < best.Distance)
            {
                best = (new(slope, (high + low) / 2), (high - low) / 2);
            }
        }

        return best;
    }

    /// <summary>The line with the smallest mean squared error, and that error.</summary>
    public static (StraightLine Line, double MeanSquaredError) LeastSquares(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        double meanX = Mean(x);
        double meanY = Mean(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }

        double slope = xy / xx;
        return (new(slope, meanY - (slope * meanX)), Math.Max(0, yy - (slope * xy)) / x.Length);
    }

    // The slopes of one side of the convex hull, by Andrew's monotone chain.
    private static List<double> HullSlopes(ReadOnlySpan<float> x, ReadOnlySpan<float> y, bool upper)
    {
        double side = upper ? 1 : -1;
        List<int> hull = [];
        List<double> slopes = [];
        for (int i = 0; i < x.Length; i++)
        {
            while (slopes.Count > 0 && side * SlopeBetween(x, y, hull[^1], i) >= side * slopes[^1])
            {
                hull.RemoveAt(hull.Count - 1);
                slopes.RemoveAt(slopes.Count - 1);
            }

            if (hull.Count > 0)
            {
                slopes.Add(SlopeBetween(x, y, hull[^1], i));
            }

            hull.Add(i);
        }

        return slopes;
    }

    private static double SlopeBetween(ReadOnlySpan<float> x, ReadOnlySpan<float> y, int from, int to) =>
        ((double)y[to] - y[from]) / ((double)x[to] - x[from]);

    private static double Mean(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
