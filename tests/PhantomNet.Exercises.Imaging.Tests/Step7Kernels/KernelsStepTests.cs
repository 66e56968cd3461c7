using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using PhantomNet.Exercises.Imaging.Step7Kernels;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Imaging.Tests.Step7Kernels;

public sealed class KernelsStepTests : StepContext
{
    public static TheoryData<string> Queries =>
        [
            .. KernelPresets.All.Select(preset => $"kernel={preset.Preset}&border=zero&row=0&column=0"),
            "border=replicate&flip=1&row=63&column=63&mas=0.0001&surprise=1&hidden=4",
            "k=0,0,0,0,0,0,0,0,0",
            "k=99,-99,99,-99,99,-99,99,-99,99&patient=999&rate=1",
        ];

    [Theory, MemberData(nameof(Queries))]
    public async Task It_renders_in_every_state_before_and_after_the_radiograph(string query)
    {
        IRenderedComponent<IComponent> step = Show(query);
        Check(step);
        await FramesAsync(step);
        Check(step);
        Assert.True(LessonOf(step).HasImage);
        Assert.NotNull(LessonOf(step).Noise.Estimate);
        Assert.Equal((64, 64), (Canvas.Painted["kernels-output"].Width, Canvas.Painted["kernels-output"].Height));

        static void Check(IRenderedComponent<IComponent> step)
        {
            Assert.Equal("Kernel explorer", step.Find("#step-title").TextContent);
            Assert.DoesNotContain("NaN", step.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", step.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain(" style=", step.Markup, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Arrow_keys_and_hovering_move_the_window()
    {
        IRenderedComponent<IComponent> step = Show("row=10&column=20");
        await FramesAsync(step);
        await step.Find(".pictures .keys").TriggerEventAsync("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowDown" });
        Assert.Equal((11, 20), LessonOf(step).Place);
        await step.FindAll(".pictures .keys")[1].TriggerEventAsync("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowLeft" });
        Assert.Equal((11, 19), LessonOf(step).Place);
        await step.Find(".pictures .pixel-view")
            .TriggerEventAsync("onplanemove", new PlanePointerEventArgs { X = 0.5, Y = 0.25 });
        Assert.Equal((16, 32), LessonOf(step).Place);
        Assert.Equal(("row=16&column=32", HistoryEntry.Same), Host.Reports[^1]);
        await step.Find(".arrows button[aria-label=Right]").ClickAsync(new());
        Assert.Equal((16, 33), LessonOf(step).Place);
        string output = Written.Fixed(LessonOf(step).Window.Sum);
        Assert.Equal(output, step.Find(".sum .readout b").TextContent);
    }

    [Fact]
    public async Task A_typed_weight_changes_the_kernel_and_a_wrong_one_is_refused()
    {
        IRenderedComponent<IComponent> step = Show("kernel=identity");
        await FramesAsync(step);
        await step.FindAll(".editor input")[0].ChangeAsync(new() { Value = "1/9" });
        Assert.Equal(1.0 / 9, LessonOf(step).State.Kernel[0]);
        await step.FindAll(".editor input")[0].ChangeAsync(new() { Value = "0.111" });
        Assert.Equal(1.0 / 9, LessonOf(step).State.Kernel[0]);
        await step.FindAll(".editor input")[1].ChangeAsync(new() { Value = "much" });
        Assert.Contains("“much”", step.Find("#kernel-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, LessonOf(step).State.Kernel[1]);
        await step.FindAll(".editor input")[1].ChangeAsync(new() { Value = "−2" });
        Assert.Empty(step.FindAll("#kernel-error"));
        Assert.Equal(-2, LessonOf(step).State.Kernel[1]);
    }

    [Fact]
    public async Task A_focused_weight_shows_all_that_it_touches()
    {
        IRenderedComponent<IComponent> step = Show("border=zero");
        await FramesAsync(step);
        await step.FindAll(".editor input")[0].FocusAsync(new());
        Assert.Single(step.FindAll("path.untouched"));
        Assert.Contains("touches 3,969 of the 4,096 pixels, and 127 times a zero", step.Markup, StringComparison.Ordinal);
        Assert.Equal(3, step.FindAll(".sum td.lit").Count);
        await step.FindAll(".editor input")[0].BlurAsync(new());
        Assert.Empty(step.FindAll("path.untouched"));
    }

    [Fact]
    public async Task Where_the_kernel_is_flipped_the_first_weight_meets_the_last_pixel()
    {
        IRenderedComponent<IComponent> step = Show("flip=1");
        await FramesAsync(step);
        await step.FindAll(".editor input")[0].FocusAsync(new());
        IHtmlCollection<IElement> cells = step.Find(".sum .grid").QuerySelectorAll("td");
        Assert.Contains("lit", cells[8].ClassName!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Playing_goes_over_the_image_from_its_first_pixel_until_paused()
    {
        IRenderedComponent<IComponent> step = Show();
        await FramesAsync(step);
        Task playing = PlayButton().ClickAsync(new());
        Assert.Equal((1, 1), LessonOf(step).Place);
        Frames.MsPerLook = 100;
        await FramesAsync(step, 10);
        (int row, int column) = LessonOf(step).Place;
        Assert.Equal(1, row);
        Assert.InRange(column, 3, 10);
        Assert.Single(step.FindAll("path.pending"));
        // A hover leaves it alone; a press takes over.
        IElement image = step.Find(".pictures .pixel-view");
        await image.TriggerEventAsync("onplanemove", new PlanePointerEventArgs { X = 0.5, Y = 0.5 });
        Assert.Equal((row, column), LessonOf(step).Place);
        await image.TriggerEventAsync(
            "onplanedown",
            new PlanePointerEventArgs
            {
                X = 0.5,
                Y = 0.5,
                Pressed = true,
            }
        );
        Assert.Equal((32, 32), LessonOf(step).Place);
        await FramesAsync(step, 3);
        await playing;
        Assert.Equal((32, 32), LessonOf(step).Place);
        Assert.Equal("Play", PlayButton().TextContent);

        IElement PlayButton() => step.Find(".moves button.primary");
    }

    [Fact]
    public async Task A_hidden_kernel_is_learned_and_then_shown()
    {
        IRenderedComponent<IComponent> step = Show("surprise=1&hidden=2&mas=0.001");
        await FramesAsync(step);
        Assert.Equal("?", Hidden().TextContent);
        Task learning = step.Find("section[aria-labelledby=learn] button.primary").ClickAsync(new());
        for (int i = 0; i < 5000 && !LessonOf(step).Learning.IsFound; i++)
        {
            await step.InvokeAsync(Frames.Tick);
        }

        await FramesAsync(step, 2);
        await learning;
        Assert.Equal(1.0 / 9, LessonOf(step).Learning.Learned[5], KernelLearning.Tolerance);
        Assert.DoesNotContain("?", Hidden().TextContent, StringComparison.Ordinal);
        Assert.Contains("It was Box blur.", step.Markup, StringComparison.Ordinal);

        IElement Hidden() => step.Find("section[aria-labelledby=learn] .weights td");
    }

    [Fact]
    public async Task A_reset_starts_the_learning_anew()
    {
        IRenderedComponent<IComponent> step = Show();
        await FramesAsync(step);
        await step.FindAll("section[aria-labelledby=learn] button")[1].ClickAsync(new());
        Assert.Equal(1, LessonOf(step).Learning.Steps);
        await step.Find("button.reset").ClickAsync(new());
        await FramesAsync(step);
        Assert.Equal(0, LessonOf(step).Learning.Steps);
        Assert.False(step.Find("section[aria-labelledby=learn] button.primary").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Nothing_goes_on_after_the_page_is_left()
    {
        IRenderedComponent<IComponent> step = Show();
        await FramesAsync(step);
        KernelsLesson lesson = LessonOf(step);
        _ = step.Find(".moves button.primary").ClickAsync(new());
        _ = step.Find("section[aria-labelledby=learn] button.primary").ClickAsync(new());
        await FramesAsync(step, 2);
        await DisposeComponentsAsync();
        int steps = lesson.Learning.Steps;
        for (int i = 0; i < 5; i++)
        {
            Frames.Tick();
        }

        Assert.Equal(steps, lesson.Learning.Steps);
        Assert.False(Frames.IsAwaited);
    }

    private IRenderedComponent<IComponent> Show(string query = "") => Open(typeof(KernelsStep), query);

    private static KernelsLesson LessonOf(IRenderedComponent<IComponent> step) =>
        step.FindComponent<KernelsStep>().Instance.Lesson;

    // Enough for the radiograph and the noise.
    private async Task FramesAsync(IRenderedComponent<IComponent> step, int count = 80)
    {
        for (int i = 0; i < count; i++)
        {
            await step.InvokeAsync(Frames.Tick);
        }
    }
}
