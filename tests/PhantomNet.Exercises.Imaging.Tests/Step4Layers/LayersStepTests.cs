using Bunit;
using Microsoft.AspNetCore.Components;
using PhantomNet.Exercises.Imaging.Step4Layers;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Imaging.Tests.Step4Layers;

public sealed class LayersStepTests : StepContext
{
    private const int Patience = 20_000;

    public static TheoryData<string> Queries =>
        [
            "",
            "layers=1&filters=2",
            "layers=5&filters=8&layer=5",
            "layers=5&filters=8&pool=0&layer=5&row=0&column=63",
            "map=0&mask=lesion",
            "map=2&ill=0&mask=lesion&unit=0",
            "map=13&untrained=1&unit=55",
        ];

    [Theory]
    [MemberData(nameof(Queries))]
    public void It_renders_in_every_state(string query)
    {
        IRenderedComponent<IComponent> page = Opened(query);
        Assert.DoesNotContain("NaN", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Layers build on layers", page.Find("#step-title").TextContent);
        Assert.Equal(56, page.FindAll(".blocks input").Count);
        Assert.Equal(64, Canvas.Painted["layers-sight"].Width);
    }

    [Fact]
    public void Before_the_radiograph_is_there_its_progress_is_shown()
    {
        IRenderedComponent<IComponent> page = Open(typeof(LayersStep), "");
        Assert.NotEmpty(page.FindAll("progress"));
        Assert.Equal("850", page.Find("tfoot td").TextContent);
    }

    [Fact]
    public void A_layer_is_chosen_by_its_name_or_by_its_boxes()
    {
        IRenderedComponent<IComponent> page = Opened("");
        page.Find("input[name=layers-layer][value='3']").Change("3");
        Assert.Equal(("layer=3", HistoryEntry.New), Host.Reports[^1]);
        Assert.Contains("18 × 18", page.Find(".stage .readout").TextContent, StringComparison.Ordinal);
        page.Find(".hit").Click();
        Assert.Equal("layer=1", Host.Reports[^1].Query);
    }

    [Fact]
    public void Every_filter_is_joined_to_all_maps_before_it()
    {
        IRenderedComponent<IComponent> page = Opened("filters=6");
        string[] wires = [.. page.FindAll(".network path").Select(path => path.GetAttribute("d")!)];
        Assert.Equal([6, 36, 36, 12, 6], wires.Select(path => path.Count(c => c == 'M')));
    }

    [Fact]
    public void Arrow_keys_move_the_place_that_is_looked_over()
    {
        IRenderedComponent<IComponent> page = Opened("layer=1");
        page.Find(".stage .keys").TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = "ArrowUp" });
        Assert.Equal(("layer=1&row=35", HistoryEntry.Same), Host.Reports[^1]);
        Assert.Contains(
            "sees rows 35 to 37, columns 20 to 22",
            page.Find(".stage figcaption").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_unit_that_is_pointed_at_shows_itself_and_one_that_is_chosen_stays()
    {
        IRenderedComponent<IComponent> page = Opened("");
        page.Find("label:has(#unit-3)")
            .TriggerEvent("onpointerenter", new Microsoft.AspNetCore.Components.Web.PointerEventArgs());
        Assert.Contains("Unit 1.4, learned", page.Markup, StringComparison.Ordinal);
        Assert.Equal(64, Canvas.Painted["unit-map"].Width);
        page.Find("label:has(#unit-3)")
            .TriggerEvent("onpointerleave", new Microsoft.AspNetCore.Components.Web.PointerEventArgs());
        Assert.Contains("Unit 3.1, learned", page.Markup, StringComparison.Ordinal);
        page.Find("label:has(#unit-10) input").Change("on");
        Assert.Equal("unit=10", Host.Reports[^1].Query);
        Assert.Equal(32, Canvas.Painted["unit-map"].Width);
    }

    [Fact]
    public void A_survey_brings_nine_patches_a_table_and_units_to_silence()
    {
        IRenderedComponent<IComponent> page = Opened("");
        Assert.True(Button(page, "Silence unit").HasAttribute("disabled"));
        Button(page, "Survey them").Click();
        TickUntil(
            page,
            () => page.Instance is not null && page.Markup.Contains("60 patients surveyed.", StringComparison.Ordinal)
        );
        Assert.Equal(9, page.FindAll(".patches canvas").Count);
        Assert.Equal(7, page.FindAll("[aria-label='Areas by part of the anatomy'] tbody tr").Count);
        Button(page, "Silence unit").Click();
        TickUntil(page, () => page.Markup.Contains("patients lost", StringComparison.Ordinal));
        Assert.Equal(4, page.FindAll("[aria-label='Answers with and without units'] tbody tr").Count);
        Assert.DoesNotContain("NaN", page.Markup, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<IComponent> page, string text) =>
        page.FindAll("button").First(button => button.TextContent.Trim().StartsWith(text, StringComparison.Ordinal));

    private IRenderedComponent<IComponent> Opened(string query)
    {
        IRenderedComponent<IComponent> page = Open(typeof(LayersStep), query);
        TickUntil(page, () => Canvas.Painted.ContainsKey("unit-map"));
        return page;
    }

    private void TickUntil(IRenderedComponent<IComponent> page, Func<bool> isThere)
    {
        for (int i = 0; i < Patience && !isThere(); i++)
        {
            // A frame that nobody waits for yet would be lost: the slice before it runs on another thread.
            SpinWait.SpinUntil(() => Frames.IsAwaited, millisecondsTimeout: 100);
            Frames.Tick();
        }

        page.WaitForAssertion(() => Assert.True(isThere()));
    }
}
