using Bunit;
using Microsoft.AspNetCore.Components;
using PhantomNet.Exercises.Imaging.Step8Pooling;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Imaging.Tests.Step8Pooling;

public sealed class PoolingStepTests : StepContext
{
    public static TheoryData<string> Queries =>
        [
            "",
            "pool=average",
            "way=backward&grads=0_-3.1_0",
            "pool=average&way=backward&n=7&k=3&s=1",
            "n=5&k=3&s=3",
            "n=6&k=2&s=3&out=48&cell=48",
            "rows=32&map=5&maps=average",
            "picture=radiograph&shift=8&noise=radiograph&nk=3&dose=0",
            "picture=dot&shift=1",
            "period=2",
        ];

    [Theory]
    [MemberData(nameof(Queries))]
    public void It_renders_in_every_state(string query)
    {
        IRenderedComponent<IComponent> page = Open(typeof(PoolingStep), query);
        for (int i = 0; i < 400; i++)
        {
            Frames.Tick();
        }

        Assert.DoesNotContain("NaN", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Pooling", page.Find("#step-title").TextContent);
    }

    [Fact]
    public void A_digit_and_the_minus_key_change_the_chosen_number()
    {
        IRenderedComponent<IComponent> page = Open(typeof(PoolingStep), "");
        Press(page, ".input", "7");
        Assert.Equal("edits=0_7", Host.Reports[^1].Query);
        Press(page, ".input", "4");
        Press(page, ".input", "-");
        Assert.Equal("edits=0_-4", Host.Reports[^1].Query);
        Assert.Contains("−4", page.Find(".input [role=gridcell]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrow_keys_go_from_number_to_number()
    {
        IRenderedComponent<IComponent> page = Open(typeof(PoolingStep), "");
        Press(page, ".input", "ArrowRight");
        Press(page, ".input", "ArrowDown");
        Assert.Equal("cell=8", Host.Reports[^1].Query);
        Assert.StartsWith(
            "row 2, column 2",
            page.Find(".input [tabindex='0']").GetAttribute("aria-label"),
            StringComparison.Ordinal
        );
        JSInterop.VerifyFocusAsyncInvoke(calledTimes: 2);
    }

    [Fact]
    public void Backward_a_digit_changes_the_gradient_of_the_chosen_output()
    {
        IRenderedComponent<IComponent> page = Open(typeof(PoolingStep), "way=backward");
        Press(page, ".output", "ArrowRight");
        Press(page, ".output", "5");
        Assert.Equal("way=backward&grads=1_5&out=1", Host.Reports[^1].Query);
        int before = Host.Reports.Count;
        Press(page, ".input", "5");
        Assert.Equal(before, Host.Reports.Count);
    }

    [Fact]
    public void Each_output_has_a_line_to_its_winner()
    {
        IRenderedComponent<IComponent> page = Open(typeof(PoolingStep), "");
        Assert.Equal(9, page.FindAll(".lines.wide .line").Count);
        Assert.Equal(9, page.FindAll(".lines.tall .line").Count);
        Assert.Single(page.FindAll(".lines.wide .strong"));
        Assert.Equal(9, page.FindAll(".input .win").Count);
    }

    [Fact]
    public void What_is_in_no_window_is_marked()
    {
        IRenderedComponent<IComponent> page = Open(typeof(PoolingStep), "n=7");
        Assert.Equal(13, page.FindAll(".input .unseen").Count);
        Assert.Contains("13 of 49 numbers have no effect", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Maps_come_when_the_radiograph_is_made_and_a_map_can_be_pointed_at()
    {
        IRenderedComponent<IComponent> page = Open(typeof(PoolingStep), "map=5");
        Assert.NotEmpty(page.FindAll("progress"));
        for (int i = 0; i < 20_000 && page.FindAll(".strip button").Count == 0; i++)
        {
            // A frame that nobody waits for yet would be lost: the slice before it runs on another thread.
            SpinWait.SpinUntil(() => Frames.IsAwaited, millisecondsTimeout: 100);
            Frames.Tick();
        }

        page.WaitForAssertion(() => Assert.Equal(6, page.FindAll(".strip button").Count));
        Assert.Equal((7, 7), (Canvas.Painted["map"].Width, Canvas.Painted["map"].Height));
        Assert.Equal(224, Canvas.Painted["radiograph"].Width);
        page.Find(".pair .keys").TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowRight" });
        Assert.Contains("Row 4, column 4 is", page.Markup, StringComparison.Ordinal);
        Assert.Contains("32 × 32 = 1,024 pixels", page.Markup, StringComparison.Ordinal);
    }

    private static void Press(IRenderedComponent<IComponent> page, string grid, string key) =>
        page.Find(grid).TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = key });
}
