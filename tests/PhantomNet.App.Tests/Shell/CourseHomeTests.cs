using AngleSharp.Dom;
using Bunit;
using PhantomNet.App.Shell;
using PhantomNet.Exercises;

namespace PhantomNet.App.Tests.Shell;

public sealed class CourseHomeTests : ShellTest
{
    [Fact]
    public void A_first_visit_is_asked_to_start()
    {
        IElement link = Assert.Single(Render<CourseHome>().FindAll(".row a"));
        Assert.Equal("Start with step 1", link.TextContent);
        Assert.Equal(Address.Of(Course.Steps[0]), link.GetAttribute("href"));
    }

    [Fact]
    public void A_later_visit_is_offered_its_last_place_with_its_state()
    {
        CourseStep step = OpenSteps[^1];
        Store.Kept[CoursePage.LastPlaceKey] = Address.Of(step, "x=0.5");
        IElement link = Render<CourseHome>().Find(".start");
        Assert.Equal($"Continue with step {step.Number}: {step.Name}", link.TextContent);
        Assert.Equal(Address.Of(step, "x=0.5"), link.GetAttribute("href"));
    }

    [Fact]
    public void A_page_beside_the_steps_is_a_place_to_continue_too()
    {
        CourseStep beside = Course.Beside[0];
        Store.Kept[CoursePage.LastPlaceKey] = Address.Of(beside, "x=0.5");
        Assert.Equal($"Continue with “{beside.Title}”", Render<CourseHome>().Find(".start").TextContent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("./")]
    [InlineData("./?")]
    [InlineData("./?step")]
    [InlineData("./?step=nothing")]
    [InlineData("?step=neuron")]
    [InlineData("https://example.org/?step=neuron")]
    [InlineData("//example.org/?step=neuron")]
    [InlineData("javascript:alert(1)//?step=neuron")]
    [InlineData("./?step=%E0%A4%A")]
    public void What_is_no_place_in_the_course_is_ignored(string kept)
    {
        Store.Kept[CoursePage.LastPlaceKey] = kept;
        Assert.Equal("Start with step 1", Render<CourseHome>().Find(".start").TextContent);
    }

    [Fact]
    public void A_step_that_is_still_to_come_is_no_place_to_continue()
    {
        Store.Kept[CoursePage.LastPlaceKey] = Address.Of(Coming);
        Assert.Equal("Start with step 1", Render<CourseHome>().Find(".start").TextContent);
    }

    [Fact]
    public void All_steps_are_listed_and_those_to_come_say_so()
    {
        IElement[] items = [.. Render<CourseHome>().FindAll("ol li")];
        Assert.Equal(Course.Steps.Count, items.Length);
        foreach ((CourseStep step, IElement item) in Course.Steps.Zip(items))
        {
            Assert.Equal(step.IsOpen ? step.Title : step.Title + " · coming", item.QuerySelector("h2")!.TextContent.Trim());
            Assert.Equal(step.IsOpen ? Address.Of(step) : null, item.QuerySelector("a")?.GetAttribute("href"));
            Assert.Contains(step.Summary, item.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Pages_beside_the_steps_are_listed_below_them()
    {
        IElement[] items = [.. Render<CourseHome>().FindAll("ul li")];
        Assert.Equal(Course.Beside.Count, items.Length);
        foreach ((CourseStep page, IElement item) in Course.Beside.Zip(items))
        {
            Assert.Equal(page.Title, item.QuerySelector("h3")!.TextContent);
            Assert.Equal(Address.Of(page), item.QuerySelector("a")!.GetAttribute("href"));
            Assert.Contains(page.Summary, item.TextContent, StringComparison.Ordinal);
        }
    }
}
