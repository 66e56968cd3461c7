using System.Globalization;
using System.Text;
using PhantomNet.Bench.Cases;

namespace PhantomNet.Bench.Report;

/// <summary>How the time of training grows, as a picture: against multiply-adds, and against the size of a minibatch.</summary>
internal static class GrowthPlot
{
    private const int Width = 840;
    private const int Height = 380;

    public static string Draw(IReadOnlyList<GrowthResult> results)
    {
        StringBuilder svg = new();
        svg.AppendLine(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" font-family="system-ui, sans-serif" font-size="13" fill="#1f2328" role="img">
              <title>Time of training for one sample: it grows as the multiply-adds do, and is the same for every size of a minibatch</title>
              <rect width="{Width}" height="{Height}" rx="6" fill="#ffffff" stroke="#d1d9e0"/>
            """
        );
        GrowthResult[] grown = [.. results.Where(result => result.Series != $"{Series.Batch}")];
        GrowthResult[] batches = [.. results.Where(result => result.Series == $"{Series.Batch}")];
        Panel(
            svg,
            new PlotFrame(70, 48, 330, 268),
            "multiply-adds of a sample, forward",
            grown,
            result => result.MultiplyAdds,
            slope: 1,
            [100_000, 1_000_000, 10_000_000],
            value => value >= 1e6 ? $"{value / 1e6:0} million" : $"{value / 1e3:0} thousand"
        );
        Panel(
            svg,
            new PlotFrame(490, 48, 330, 268),
            "samples in a minibatch",
            batches,
            result => result.Value,
            slope: 0,
            [4, 16, 64, 256],
            value => $"{value:0}"
        );
        svg.AppendLine("</svg>");
        return svg.ToString();
    }

    private static void Panel(
        StringBuilder svg,
        PlotFrame frame,
        string title,
        GrowthResult[] results,
        Func<GrowthResult, double> across,
        int slope,
        double[] ticks,
        Func<double, string> label
    )
    {
        if (results.Length == 0)
        {
            return;
        }

        LogScale x = LogScale.Around(results.Select(across), frame.Left, frame.Left + frame.Width);
        LogScale y = LogScale.Around(
            slope == 0
                ? results.SelectMany(result => new[] { result.Median / 3, result.Median * 3 })
                : results.Select(result => result.Median),
            frame.Top + frame.Height,
            frame.Top
        );
        frame.Draw(svg, "µs to train on one sample", title);
        foreach (double tick in ticks.Where(x.Contains))
        {
            frame.TickAcross(svg, x.Place(tick), label(tick));
        }

        foreach (double tick in new[] { 3.0, 10, 30, 100, 300, 1000, 3000 }.Where(y.Contains))
        {
            frame.TickUp(svg, y.Place(tick), $"{tick:0}");
        }

        // In proportion, as the middle one of all.
        double factor = Measurement.MedianOf(results.Select(result => result.Median / Math.Pow(across(result), slope)));
        double Proportional(double at) => factor * Math.Pow(at, slope);
        frame.Line(svg, x.Place(x.Least), y.Place(Proportional(x.Least)), x.Place(x.Most), y.Place(Proportional(x.Most)));
        foreach (IGrouping<string, GrowthResult> series in results.GroupBy(result => result.Series, StringComparer.Ordinal))
        {
            foreach (GrowthResult result in series)
            {
                PlotFrame.Mark(svg, series.Key, x.Place(across(result)), y.Place(result.Median));
            }
        }

        frame.Legend(svg, results.Select(result => result.Series).Distinct(StringComparer.Ordinal));
    }
}
