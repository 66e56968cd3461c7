using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using PhantomNet.Exercises.Imaging.Phantom;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Imaging.Tests.Phantom;

public sealed class PhantomStepTests : StepContext
{
    private IRenderedComponent<IComponent> _page = null!;

    private PhantomLesson Lesson => _page.FindComponent<PhantomStep>().Instance.Lesson;

    public static TheoryData<string> Queries =>
        [
            "size=28",
            "size=64&patient=7&female=1&build=1.2&turn=-12&heart=0.65",
            "size=28&disease=consolidation&bronchi=1&side=left&zone=upper&marks=31",
            "size=28&disease=diffuse&marks=1",
            "size=28&disease=nodule&cm=0.5&density=0",
            "size=28&kvp=50&al=1&cu=1&mas=0.00001&grid=none&scatter=0.9&mtf=lorentzian&f50=0.05",
            "size=28&window=0.1&level=-1&x1=5&y1=5&x2=5&y2=5",
            "size=28&compare=1&b.size=28&b.kvp=60",
            "size=28&compare=1&b.size=64&b.disease=nodule&setcount=10&setsize=64&setshare=100",
            .. Enum.GetNames<PhantomStage>().Select(stage => $"size=28&stage={stage}"),
            .. Enum.GetNames<PhantomStage>().Select(stage => $"size=28&stage={stage}&compare=1&b.size=28"),
        ];

    [Theory, MemberData(nameof(Queries))]
    public async Task It_renders_in_every_state(string query)
    {
        await ShowAsync(query);
        Assert.Equal("The phantom", _page.Find("h1").TextContent);
        Assert.DoesNotContain("NaN", _page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", _page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", _page.Markup, StringComparison.Ordinal);
        Assert.Contains("Not for diagnosis", _page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Equal((Lesson.State.Setting.Size, Lesson.State.Setting.Size), PaintedSize("phantom-image"));
        Assert.Equal(Lesson.State.Kept is not null, Canvas.Painted.ContainsKey("phantom-kept"));
    }

    [Fact]
    public async Task A_slider_changes_the_image_and_the_address()
    {
        await ShowAsync("size=28");
        byte[] before = Canvas.Painted["phantom-image"].Rgba;
        Slider("Tube voltage").Input("60");
        await FinishAsync();
        Assert.Equal(60, Lesson.Radiograph!.Settings.Tube.KVp);
        Assert.Equal(("kvp=60&size=28", HistoryEntry.Same), Host.Reports[^1]);
        Assert.NotEqual(before, Canvas.Painted["phantom-image"].Rgba);
        Assert.Contains("60 kV, 3 mm Al", _page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_patient_is_drawn_whole_and_can_be_gone_back_from()
    {
        await ShowAsync("size=28");
        Press("New patient");
        await FinishAsync();
        Assert.Equal(PhantomSetting.DrawPatient(2), Lesson.State.Setting.Patient);
        Assert.Equal(HistoryEntry.New, Host.Reports[^1].Entry);
        Press("New pneumonia");
        await FinishAsync();
        Assert.NotEqual(Finding.None, Lesson.State.Setting.Finding);
        Assert.Equal(1, Lesson.Radiograph!.Label);
        Press("Reset this page");
        Assert.Equal(PhantomState.Default, Lesson.State);
    }

    [Fact]
    public async Task Pointing_at_a_pixel_tells_all_of_it()
    {
        await ShowAsync("size=28");
        Pointer("onplanemove", 0.5, 0.5, pressed: false);
        Assert.Equal("15, 15", Term("row, column")); // counted from 1
        Assert.Equal(Numerals.Quanta(Lesson.Radiograph!.Stages.CountedQuanta[(14 * 28) + 14]), Term("counted"));
        _page.Find(".probe").TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowLeft" });
        Assert.Equal("15, 14", Term("row, column"));
        _page.Find(".probe").TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowUp" });
        Assert.Equal("14, 14", Term("row, column"));
        Assert.Empty(Host.Reports);
    }

    [Fact]
    public async Task An_end_of_the_line_is_dragged_moved_by_keys_or_typed()
    {
        await ShowAsync("size=28");
        Pointer("onplanedown", 2 / 40.0, 19 / 40.0, pressed: true);
        Pointer("onplanemove", 0.25, 0.75, pressed: true);
        Assert.Equal(new ProfileLine(10, 30, 38, 19), Lesson.State.Line);
        Pointer("onplanemove", 0.9, 0.9, pressed: false);
        Assert.Equal(new ProfileLine(10, 30, 38, 19), Lesson.State.Line);
        _page.Find("[aria-label='Profile, end 2']").TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowUp" });
        Assert.Equal(18.5, Lesson.State.Line.Y2);
        _page.FindAll(".ends input")[0].Change("3.25");
        Assert.Equal(3.2, Lesson.State.Line.X1);
        _page.FindAll(".ends input")[1].Change("nowhere");
        Assert.Equal(30, Lesson.State.Line.Y1);
    }

    [Fact]
    public async Task A_stage_of_the_chain_takes_the_place_of_the_image()
    {
        await ShowAsync("size=28");
        _page.Find("input[value='Bone']").Change("Bone");
        await FinishAsync();
        Assert.Equal(PhantomStage.Bone, Lesson.Lightbox.A.Image!.Stage);
        Assert.Contains("g/cm²", _page.Find(".grey-scale").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_window_starts_from_the_automatic_one()
    {
        await ShowAsync("size=28");
        double level = Lesson.Radiograph!.Window.Level;
        Slider("Window").Input("1");
        await FinishAsync();
        Assert.Equal(1, Lesson.State.Window!.Window);
        Assert.Equal(level, Lesson.State.Window.Level, 0.006);
        _page.Find("input[value='lung']").Change("lung");
        Assert.Equal("lung", WindowPresets.NameOf(Lesson.State.Window));
        _page.Find("input[value='auto']").Change("auto");
        Assert.Null(Lesson.State.Window);
    }

    [Fact]
    public async Task One_is_kept_and_compared_with()
    {
        await ShowAsync("size=28");
        Press("Keep this as B");
        await FinishAsync();
        Assert.Contains("A and B are set alike", _page.Markup, StringComparison.Ordinal);
        Slider("Tube voltage").Input("70");
        await FinishAsync();
        Assert.Equal(
            "Tube voltage 70 kV 120 kV",
            string.Join(' ', _page.FindAll(".compare tbody tr > *").Select(cell => cell.TextContent))
        );
        Assert.Equal((28, 28), PaintedSize("phantom-difference"));
        Press("Swap A and B");
        await FinishAsync();
        Assert.Equal(120, Lesson.Radiograph!.Settings.Tube.KVp);
        Press("Stop comparing");
        await FinishAsync();
        Assert.Null(Lesson.State.Kept);
        Assert.Empty(_page.FindAll(".compare"));
    }

    [Fact]
    public async Task Image_and_parameters_are_saved()
    {
        await ShowAsync("size=28");
        Press("Save as PNG");
        Assert.Equal([("synthetic-chest-1-shown-28.png", "phantom-image")], Files.Canvases);
        Press("Save parameters");
        Assert.Equal(
            ("synthetic-chest-1-shown-28.json", "application/json"),
            (Files.Saved[0].FileName, Files.Saved[0].MediaType)
        );
    }

    [Fact]
    public async Task A_set_is_made_cancelled_and_paged_through()
    {
        await ShowAsync("size=28&setcount=50");
        Press("Make the set");
        await TicksAsync(() => Lesson.Maker.Done >= 2);
        Assert.NotEqual(0, Canvas.Painted["phantom-set"].Width);
        Press("Cancel");
        Assert.Contains("which stay", _page.Find(".told").TextContent, StringComparison.Ordinal);
        await _page.InvokeAsync(Frames.Tick);
        Press("Make the set");
        await TicksAsync(() => !Lesson.Maker.IsRunning);
        Assert.StartsWith("Done: 50 images", _page.Find(".told").TextContent, StringComparison.Ordinal);
        Press("Next");
        Assert.Equal(10, _page.FindAll(".sheet .mark").Count);
        Assert.Equal(5, _page.FindAll(".sheet .mark.pneumonia").Count);
    }

    [Fact]
    public async Task A_long_exposure_shows_its_progress()
    {
        _page = Open(typeof(PhantomStep), "size=512");
        await TicksAsync(() => Lesson.Lightbox.ElapsedMs > 200);
        Assert.NotEmpty(_page.FindAll("progress[aria-label='Radiograph in the making']"));
        await FinishAsync();
        Assert.Empty(_page.FindAll("progress[aria-label='Radiograph in the making']"));
    }

    private Task ShowAsync(string query)
    {
        _page = Open(typeof(PhantomStep), query);
        return FinishAsync();
    }

    private Task FinishAsync() => TicksAsync(() => Lesson.Lightbox.IsComplete);

    // On the renderer's own thread, so that all that a frame brings about is done when it is over.
    private async Task TicksAsync(Func<bool> until)
    {
        for (int frame = 0; !until(); frame++)
        {
            Assert.True(frame < 10_000, "It never gets done.");
            await _page.InvokeAsync(Frames.Tick);
        }
    }

    private void Press(string name) => _page.FindAll("button").First(button => button.TextContent.Trim() == name).Click();

    private IElement Slider(string name) => _page.Find($"input[type=range][aria-label='{name}']");

    private (int, int) PaintedSize(string canvas) => (Canvas.Painted[canvas].Width, Canvas.Painted[canvas].Height);

    private string Term(string name) =>
        _page.FindAll(".pixel dl div").First(row => row.Children[0].TextContent == name).Children[1].TextContent;

    private void Pointer(string name, double x, double y, bool pressed) =>
        _page
            .Find(".radiograph")
            .TriggerEvent(
                name,
                new PlanePointerEventArgs
                {
                    X = x,
                    Y = y,
                    Pressed = pressed,
                }
            );
}
