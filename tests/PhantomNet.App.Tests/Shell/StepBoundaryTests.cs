using Bunit;
using PhantomNet.App.Shell;
using PhantomNet.Exercises;

namespace PhantomNet.App.Tests.Shell;

public sealed class StepBoundaryTests : ShellTest
{
    private static readonly CourseStep Step = Course.Steps[1];

    [Fact]
    public void A_step_that_works_is_shown()
    {
        Assert.Contains("Alive with good", RenderWith("good").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_breaks_says_so_and_offers_a_way_back()
    {
        IRenderedComponent<StepBoundary> boundary = RenderWith("bad");
        Assert.Equal("Step 2 stopped", boundary.Find("[role=alert] h1#step-title").TextContent);
        Assert.Contains("It broke.", boundary.Markup, StringComparison.Ordinal);
        string?[] links = [.. boundary.FindAll("a").Select(link => link.GetAttribute("href"))];
        Assert.Equal<string?>([Address.Of(Step), Address.Home], links, StringComparer.Ordinal);
    }

    [Fact]
    public void A_page_without_a_number_is_named_when_it_breaks() =>
        Assert.Equal("The phantom stopped", RenderWith("bad", Course.Beside[0]).Find("h1").TextContent);

    [Fact]
    public void A_step_of_which_several_parts_break_at_once_says_so_too()
    {
        IRenderedComponent<StepBoundary> boundary = Render<StepBoundary>(of =>
            of.Add(step => step.Step, Step).AddChildContent<FailsOnceDrawn>().AddChildContent<FailsOnceDrawn>()
        );
        boundary.WaitForAssertion(() => Assert.Equal("Step 2 stopped", boundary.Find("h1").TextContent));
    }

    [Fact]
    public void Another_state_brings_it_back()
    {
        IRenderedComponent<StepBoundary> boundary = RenderWith("bad");
        boundary.Find("a").Click();
        boundary.Render(of => Fill(of, ""));
        Assert.Contains("Alive", boundary.Markup, StringComparison.Ordinal);
        Assert.Empty(boundary.FindAll("[role=alert]"));
    }

    private IRenderedComponent<StepBoundary> RenderWith(string query, CourseStep? step = null) =>
        Render<StepBoundary>(of => Fill(of, query, step));

    private static void Fill(ComponentParameterCollectionBuilder<StepBoundary> of, string query, CourseStep? step = null) =>
        of.Add(boundary => boundary.Step, step ?? Step)
            .Add(boundary => boundary.Query, query)
            .AddChildContent<Fragile>(child => child.Add(fragile => fragile.Query, query));
}
