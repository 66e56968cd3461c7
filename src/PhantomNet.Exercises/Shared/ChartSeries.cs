namespace PhantomNet.Exercises.Shared;

/// <summary>A line of a chart.</summary>
/// <param name="Label">Its name in the legend and in the table.</param>
/// <param name="Points">In the order in which they are joined; where one isn't finite, the line breaks.</param>
/// <param name="Tone">Its colour.</param>
/// <param name="Dashed">Whether it is dashed: two lines should differ by more than their colour.</param>
public sealed record ChartSeries(
    string Label,
    IReadOnlyList<(double X, double Y)> Points,
    ChartTone Tone = ChartTone.Ink,
    bool Dashed = false
)
{
    /// <summary>The line of f at evenly spaced x.</summary>
    public static ChartSeries Of(
        string label,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> y,
        ChartTone tone,
        bool dashed = false
    )
    {
        var points = new (double, double)[x.Length];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = (x[i], y[i]);
        }

        return new(label, points, tone, dashed);
    }
}
