using Bunit;
using Microsoft.AspNetCore.Components;
using PhantomNet.Exercises.Imaging.Step5Images;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Imaging.Tests.Step5Images;

public sealed class ImagesStepTests : StepContext
{
    [Theory]
    [InlineData("")]
    [InlineData("shuffle=0&alike=0&pixel=0.0")]
    [InlineData("pixel=63.63&side=512&neurons=512&colour=1&a=0.0&b=63.63&lesion=13.13&neuron=32&fresh=1&set=999")]
    public async Task It_renders_in_every_state(string query)
    {
        IRenderedComponent<IComponent> page = Open(typeof(ImagesStep), query);
        Assert.Contains("Making the radiograph", page.Markup, StringComparison.Ordinal);
        await MakeAsync(page);
        Assert.Equal(2, page.FindAll(".output").Count);
        Assert.DoesNotContain("NaN", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_outputs_show_the_same_digits_until_the_weights_stay_behind()
    {
        IRenderedComponent<IComponent> page = Open(typeof(ImagesStep), "");
        await MakeAsync(page);
        Assert.Equal(page.FindAll(".output")[0].TextContent, page.FindAll(".output")[1].TextContent);
        page.Find("input[value='Left where they were']").Change("Left where they were");
        Assert.NotEqual(page.FindAll(".output")[0].TextContent, page.FindAll(".output")[1].TextContent, StringComparer.Ordinal);
        Assert.Equal(("alike=0", HistoryEntry.New), Host.Reports[^1]);
    }

    [Fact]
    public async Task An_arrow_key_on_either_image_moves_the_pixel()
    {
        IRenderedComponent<IComponent> page = Open(typeof(ImagesStep), "");
        await MakeAsync(page);
        page.FindAll(".pair .keys")[0].TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowRight" });
        Assert.Equal(("pixel=30.16", HistoryEntry.Same), Host.Reports[^1]);
        page.FindAll(".pair .keys")[1].TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowDown" });
        ImagesLesson lesson = page.FindComponent<ImagesStep>().Instance.Lesson;
        Assert.Equal(PixelPermutation.Draw(4096, 1).PlaceOf((30 * 64) + 16) + 64, lesson.MovedPatch.Centre.Index(64));
    }

    [Fact]
    public async Task Hovering_does_not_drag_the_disc_and_an_arrow_moves_it()
    {
        IRenderedComponent<IComponent> page = Open(typeof(ImagesStep), "");
        await MakeAsync(page);
        AngleSharp.Dom.IElement Disc() => page.Find("#images-lesion").ParentElement!;
        Disc().TriggerEvent("onplanemove", new PlanePointerEventArgs { X = 0.9, Y = 0.9 });
        Assert.Equal(LesionDisc.TopLeft, page.FindComponent<ImagesStep>().Instance.Lesson.State.Lesion);
        Disc()
            .TriggerEvent(
                "onplanedown",
                new PlanePointerEventArgs
                {
                    X = 0.5,
                    Y = 0.5,
                    Pressed = true,
                }
            );
        Disc().QuerySelector(".keys")!.TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowUp" });
        Assert.Equal(new PixelPlace(7, 8), page.FindComponent<ImagesStep>().Instance.Lesson.State.Lesion);
    }

    [Fact]
    public async Task The_trial_starts_pauses_and_stops_when_its_settings_change()
    {
        IRenderedComponent<IComponent> page = Open(typeof(ImagesStep), "");
        await MakeAsync(page);
        TwinTrial trial = page.FindComponent<ImagesStep>().Instance.Lesson.Trial;
        _ = Button(page, "Train").ClickAsync(new());
        await FramesAsync(page, 30);
        int done = trial.Images!.Done;
        Assert.True(done > 0);
        await Button(page, "Pause").ClickAsync(new());
        await FramesAsync(page, 3);
        Assert.Equal(done, trial.Images.Done);

        _ = Button(page, "Train").ClickAsync(new());
        await Button(page, "Other patients").ClickAsync(new());
        await FramesAsync(page, 3);
        Assert.Equal(done, trial.Images.Done);
        Assert.Contains("These results are from other settings", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_patient_is_radiographed()
    {
        IRenderedComponent<IComponent> page = Open(typeof(ImagesStep), "");
        await MakeAsync(page);
        byte[] before = Canvas.Painted["images-original"].Rgba;
        await Button(page, "Another patient").ClickAsync(new());
        await FramesAsync(page, 400);
        Assert.NotEqual(before, Canvas.Painted["images-original"].Rgba);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<IComponent> page, string text) =>
        page.FindAll("button").First(button => button.TextContent.StartsWith(text, StringComparison.Ordinal));

    private async Task MakeAsync(IRenderedComponent<IComponent> page)
    {
        for (int i = 0; i < 1000 && page.FindAll(".output").Count == 0; i++)
        {
            await FramesAsync(page, 1);
        }
    }

    private Task FramesAsync(IRenderedComponent<IComponent> page, int count) =>
        page.InvokeAsync(() =>
        {
            for (int i = 0; i < count; i++)
            {
                Frames.Tick();
            }
        });
}
