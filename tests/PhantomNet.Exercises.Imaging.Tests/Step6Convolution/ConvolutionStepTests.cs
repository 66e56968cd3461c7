using AngleSharp.Dom;
using Bunit;
using PhantomNet.Exercises.Imaging.Step6Convolution;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Imaging.Tests.Step6Convolution;

public sealed class ConvolutionStepTests : StepContext
{
    public static TheoryData<string> Queries =>
        [
            "k=random&row=0&col=0&log=0&size=512&n=128",
            "k=spot&row=27&col=27&matrix=local&side=4&out=0",
            "matrix=shared&side=10&out=99&stride=2&dx=1&dy=-3",
            "move=lesion&dx=12&dy=12&csize=512&channels=32&neurons=128&filters=128",
            "move=lesion&dx=-12&dy=-12&stride=2&k=spot",
        ];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task It_renders_in_every_state(string query)
    {
        IRenderedComponent<ConvolutionStep> step = await ShowAsync(query);
        Assert.DoesNotContain("NaN", step.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", step.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", step.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Taking the radiograph", step.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_stand_large_and_follow_the_choices()
    {
        IRenderedComponent<ConvolutionStep> step = await ShowAsync();
        Assert.Equal("25,088 | 288 | 87.1 : 1", Counts(step));
        step.Find(".controls input[value='512']").Change("512");
        Assert.Equal("8,388,608 | 288 | 29,127 : 1", Counts(step));
        Assert.Equal(("size=512", HistoryEntry.New), Host.Reports[^1]);
    }

    [Theory]
    [InlineData(4, 6)]
    [InlineData(4, 10)]
    [InlineData(6, 8)]
    [InlineData(6, 10)]
    [InlineData(10, 4)]
    public async Task The_matrix_of_another_image_can_be_drawn_before_its_turn(int from, int to)
    {
        using ConvolutionLesson lesson = new(Frames);
        lesson.Load(ConvolutionState.Read(new QueryReader($"matrix=shared&side={from}")));
        IRenderedComponent<MatrixPart> part = Render<MatrixPart>(parameters =>
            parameters.AddCascadingValue(new DrawingTurns(Frames)).Add(shown => shown.Lesson, lesson)
        );
        while (Frames.IsAwaited)
        {
            await part.InvokeAsync(Frames.Tick);
        }

        part.Find($"input[value='{to}×{to}']").Change($"{to}×{to}");
        Assert.Equal(to * to * 4, Canvas.Painted["matrix-row"].Rgba.Length);
        Assert.Contains("9 weights that are not 0", part.Find(".patch figcaption").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_radiograph_is_there_no_pixel_has_a_value()
    {
        IRenderedComponent<ConvolutionStep> step = Render<ConvolutionStep>(parameters =>
            parameters.AddCascadingValue<IStepHost>(Host).Add(page => page.Query, "")
        );
        Assert.All(step.FindAll(".stage .nine")[0].QuerySelectorAll("td"), cell => Assert.Equal("…", cell.TextContent));
    }

    [Fact]
    public async Task Arrow_keys_move_the_window_and_leave_the_weights()
    {
        IRenderedComponent<ConvolutionStep> step = await ShowAsync();
        string weights = step.FindAll(".stage .nine")[1].TextContent;
        string pixels = step.FindAll(".stage .nine")[0].TextContent;
        Keys(step, ".stage .keys").TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowDown" });
        Assert.Equal(("row=11", HistoryEntry.Same), Host.Reports[^1]);
        Assert.Equal(weights, step.FindAll(".stage .nine")[1].TextContent);
        Assert.False(pixels == step.FindAll(".stage .nine")[0].TextContent);
    }

    [Fact]
    public async Task The_map_fills_while_the_window_slides()
    {
        IRenderedComponent<ConvolutionStep> step = await ShowAsync("row=20&col=0");
        byte[] whole = Canvas.Painted["window-map"].Rgba;
        Task sliding = step.Find("button.slide").ClickAsync(new());
        await step.InvokeAsync(Frames.Tick);
        Assert.Equal("Pause", step.Find("button.slide").TextContent);
        Assert.Equal(1, step.Instance.Lesson.State.Column);
        byte[] part = Canvas.Painted["window-map"].Rgba;
        int done = ((20 * 28) + 2) * 4;
        Assert.Equal(whole[..done], part[..done]);
        Assert.NotEqual(whole[done..], part[done..]);
        await step.Find("button.slide").ClickAsync(new());
        await step.InvokeAsync(Frames.Tick);
        await sliding;
        Assert.Equal(whole, Canvas.Painted["window-map"].Rgba);
    }

    [Fact]
    public async Task Pressing_a_row_of_the_matrix_shows_its_patch()
    {
        IRenderedComponent<ConvolutionStep> step = await ShowAsync("matrix=shared");
        PlanePointerEventArgs top = new()
        {
            X = 0.5,
            Y = 0.001,
            Pressed = true,
        };
        step.Find("section[aria-labelledby=matrix] [data-plane]").TriggerEvent("onplanedown", top);
        Assert.Equal(0, step.Instance.Lesson.State.Output);
        Assert.Contains("4 weights that are not 0", step.Markup, StringComparison.Ordinal);
        Keys(step, "section[aria-labelledby=matrix] .keys")
            .TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowDown" });
        Assert.Equal(1, step.Instance.Lesson.State.Output);
        Assert.Contains("6 weights that are not 0", step.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pointer_that_only_passes_leaves_the_lesion_where_it_is()
    {
        IRenderedComponent<ConvolutionStep> step = await ShowAsync();
        PlanePointerEventArgs at = new() { X = 0.4, Y = 0.4 };
        IElement image = step.Find("section[aria-labelledby=shift] [data-plane]");
        image.TriggerEvent("onplanemove", at);
        Assert.Equal(ConvolutionState.Default, step.Instance.Lesson.State);
        at.Pressed = true;
        step.Find("section[aria-labelledby=shift] [data-plane]").TriggerEvent("onplanedown", at);
        Assert.NotEqual(0, step.Instance.Lesson.State.Right);
        Assert.Equal("0", step.FindAll("section[aria-labelledby=shift] .readout b")[0].TextContent);
    }

    [Fact]
    public async Task Arrow_keys_move_the_lesion()
    {
        IRenderedComponent<ConvolutionStep> step = await ShowAsync();
        Keys(step, "section[aria-labelledby=shift] .keys")
            .TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowLeft" });
        Assert.Equal(("dx=-1", HistoryEntry.Same), Host.Reports[^1]);
    }

    [Fact]
    public async Task Leaving_the_page_stops_the_window()
    {
        IRenderedComponent<ConvolutionStep> step = await ShowAsync();
        ConvolutionLesson lesson = step.Instance.Lesson;
        _ = step.Find("button.slide").ClickAsync(new());
        await step.InvokeAsync(Frames.Tick);
        int place = lesson.Place;
        await DisposeComponentsAsync();
        Frames.Tick();
        Assert.Equal(place, lesson.Place);
    }

    private static IElement Keys(IRenderedComponent<ConvolutionStep> step, string selector) => step.FindAll(selector)[0];

    private static string Counts(IRenderedComponent<ConvolutionStep> step) =>
        string.Join(" | ", step.FindAll(".count b").Select(count => count.TextContent));

    // Until every radiograph is taken.
    private async Task<IRenderedComponent<ConvolutionStep>> ShowAsync(string query = "")
    {
        IRenderedComponent<ConvolutionStep> step = Render<ConvolutionStep>(parameters =>
            parameters.AddCascadingValue<IStepHost>(Host).Add(page => page.Query, query)
        );
        while (Frames.IsAwaited)
        {
            await step.InvokeAsync(Frames.Tick);
        }

        return step;
    }
}
