using Bunit;
using PhantomNet.Exercises.Imaging.Step9Pipeline;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Imaging.Tests.Step9Pipeline;

public sealed class PipelineStepTests : StepContext
{
    public static TheoryData<string> Queries =>
        [
            "",
            "stage=1&row=63&col=63",
            "stage=2&map=99&row=0&col=0&own=0",
            "stage=3&way=backward",
            "stage=7&map=15",
            "stage=8&map=31&row=15&col=0",
            "stage=11&row=31&col=63",
            "stage=12&row=3&col=7",
            "stage=13&way=backward&col=1",
            "stage=13&ill=0&n=500",
            "stage=5&net=course&way=backward",
            "by=grey&weights=random&seed=7&cut=95",
            "ill=0&by=healthy",
            "part=training&n=3000&stage=12",
        ];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task It_renders_in_every_state(string query)
    {
        IRenderedComponent<PipelineStep> step = await ShowAsync(query);
        Assert.DoesNotContain("NaN", step.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", step.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", step.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Making the radiograph", step.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hint_stands_there_until_a_stage_is_chosen()
    {
        IRenderedComponent<PipelineStep> step = await ShowAsync("");
        Assert.Single(step.FindAll(".hint"));
        Assert.True(Canvas.Painted.ContainsKey("overview"));
        step.Find("input[name=stage][value='7']").Change("7");
        Assert.Empty(step.FindAll(".hint"));
        Assert.Equal("stage=8", Host.Reports[^1].Query);
        Assert.Equal(HistoryEntry.New, Host.Reports[^1].Entry);
        Assert.Equal("8 · Convolution 3", step.Find(".sheet h2").TextContent);
        Assert.Equal(["16×16×16", "32×16×16", "4,640", "1,179,648"], Readouts(step));
        Assert.Equal((67, 135), (Canvas.Painted["sheet"].Height, Canvas.Painted["sheet"].Width));
    }

    [Fact]
    public async Task The_arithmetic_follows_the_place_and_the_input_map()
    {
        IRenderedComponent<PipelineStep> step = await ShowAsync("stage=5&map=2&row=10&col=10");
        Assert.Equal(8, step.FindAll(".channels input").Count);
        string before = step.FindAll(".squares table")[2].TextContent;
        step.FindAll(".channels input")[3].Change("3");
        Assert.False(before == step.FindAll(".squares table")[2].TextContent);
        step.FindAll(".large .keys")[0].TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowRight" });
        Assert.Equal(11, step.Instance.Lesson.State.Column);
        step.FindAll(".pair .keys")[0].TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowDown" });
        Assert.Equal(6, step.Instance.Lesson.Channel);
    }

    [Fact]
    public async Task On_the_way_back_it_is_told_what_went_forward_and_what_the_loss_owes_to_it()
    {
        IRenderedComponent<PipelineStep> step = await ShowAsync("stage=9&way=backward");
        PipelineLesson lesson = step.Instance.Lesson;
        bool[] met = new bool[2];
        for (int at = 0; at < 16 * 16; at++)
        {
            await step.InvokeAsync(() => lesson.Point(at / 16, at % 16));
            string told = step.Find(".place").TextContent;
            Assert.Contains("What went forward here depends on", told, StringComparison.Ordinal);
            Assert.Equal(lesson.Value == 0, told.Contains("unless it ties with the winner", StringComparison.Ordinal));
            Assert.Equal(lesson.Value > 0, told.Contains(", rises by about", StringComparison.Ordinal));
            met[lesson.Value == 0 ? 0 : 1] = true;
        }

        Assert.Equal([true, true], met);
    }

    [Fact]
    public async Task The_courses_network_shows_counts_and_says_that_it_has_no_weights()
    {
        IRenderedComponent<PipelineStep> step = await ShowAsync("stage=12&net=course");
        Assert.Equal(["100,352", "256", "25,690,368", "25,690,112"], Readouts(step));
        Assert.Contains("without weights", step.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Empty(step.FindAll(".large"));
    }

    [Fact]
    public async Task Scores_label_and_standing_are_those_of_the_patient()
    {
        IRenderedComponent<PipelineStep> step = await ShowAsync("ill=0");
        Assert.Contains("True label: Normal", step.Find(".verdict").TextContent, StringComparison.Ordinal);
        Assert.Contains("the model never saw", step.Find(".controls").TextContent, StringComparison.Ordinal);
        Assert.Contains("not calibrated", step.Find(".controls").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_the_page_stops_what_runs()
    {
        IRenderedComponent<PipelineStep> step = await ShowAsync("by=grey");
        PipelineLesson lesson = step.Instance.Lesson;
        _ = step.Find("section[aria-labelledby=saliency] button.primary").ClickAsync(new());
        await step.InvokeAsync(Frames.Tick);
        Assert.True(lesson.Bench.Occlusion.IsRunning);
        await DisposeComponentsAsync();
        Frames.Tick();
        Assert.False(lesson.Bench.Occlusion.IsRunning);
        Assert.False(lesson.Player.IsRunning);
    }

    private static string[] Readouts(IRenderedComponent<PipelineStep> step) =>
        [.. step.FindAll(".sheet .readout b").Select(value => value.TextContent)];

    // Until everything is computed.
    private async Task<IRenderedComponent<PipelineStep>> ShowAsync(string query)
    {
        IRenderedComponent<PipelineStep> step = Render<PipelineStep>(parameters =>
            parameters.AddCascadingValue<IStepHost>(Host).Add(page => page.Query, query)
        );
        while (Frames.IsAwaited)
        {
            await step.InvokeAsync(Frames.Tick);
        }

        return step;
    }
}
