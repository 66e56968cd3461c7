using Bunit;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Tests.Shared;

public sealed class LineChartTests : BunitContext
{
    private static readonly ChartSeries Train = new("train", [(0, 1), (1, 0.5), (2, 0.25)]);
    private static readonly ChartSeries Test = new("test", [(0, 1), (1, 0.75)], ChartTone.Soft, Dashed: true);

    [Fact]
    public void It_draws_a_line_and_a_key_for_each_series()
    {
        IRenderedComponent<LineChart> chart = Show([Train, Test]);
        Assert.Equal(4, chart.FindAll("path.line").Count);
        Assert.Equal("train test", string.Join(' ', chart.FindAll(".legend li").Select(item => item.TextContent.Trim())));
        Assert.Equal("Loss by epoch.", chart.Find("svg.axes").GetAttribute("aria-label"));
    }

    [Fact]
    public void Its_numbers_are_a_click_away()
    {
        IRenderedComponent<LineChart> chart = Show([Train, Test]);
        Assert.Empty(chart.FindAll("table"));
        chart.Find("button.numbers").Click();
        Assert.Equal("0 1 1 1 0.5 0.75 2 0.25 –", string.Join(' ', chart.FindAll("td").Select(cell => cell.TextContent)));
    }

    [Fact]
    public void It_renders_without_any_points() => Assert.NotEmpty(Show([]).FindAll("svg.axes"));

    private IRenderedComponent<LineChart> Show(IReadOnlyList<ChartSeries> series) =>
        Render<LineChart>(parameters =>
            parameters
                .Add(chart => chart.Series, series)
                .Add(chart => chart.XLabel, "epoch")
                .Add(chart => chart.YLabel, "loss")
                .Add(chart => chart.Description, "Loss by epoch.")
                .Add(chart => chart.Caption, "Lower is better.")
        );
}
