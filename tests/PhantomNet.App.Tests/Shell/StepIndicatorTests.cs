using AngleSharp.Dom;
using Bunit;
using PhantomNet.App.Shell;
using PhantomNet.Exercises;

namespace PhantomNet.App.Tests.Shell;

public sealed class StepIndicatorTests : ShellTest
{
    [Fact]
    public void Open_steps_are_links_and_coming_ones_are_not()
    {
        IRenderedComponent<StepIndicator> indicator = Render<StepIndicator>();
        IElement[] items = [.. indicator.FindAll("li")];
        Assert.Equal(Course.Steps.Count, items.Length);
        foreach ((CourseStep step, IElement item) in Course.Steps.Zip(items))
        {
            Assert.Equal(step.IsOpen ? Address.Of(step) : null, item.QuerySelector("a")?.GetAttribute("href"));
            Assert.Contains(step.Name, item.TextContent, StringComparison.Ordinal);
            Assert.Equal(!step.IsOpen, item.TextContent.Contains(", coming", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_current_step_is_marked_for_eyes_and_ears()
    {
        CourseStep current = OpenSteps[1];
        IRenderedComponent<StepIndicator> indicator = Render<StepIndicator>(of => of.Add(bar => bar.Current, current));
        IElement marked = Assert.Single(indicator.FindAll("[aria-current=step]"));
        Assert.Equal(Address.Of(current), marked.GetAttribute("href"));
        Assert.True(marked.ParentElement!.ClassList.Contains("here"));
    }

    [Fact]
    public void A_step_becomes_done_when_its_last_task_is()
    {
        IRenderedComponent<StepIndicator> indicator = Render<StepIndicator>();
        Assert.Empty(indicator.FindAll("li.done"));
        Finish(OpenSteps[0]);
        indicator.WaitForAssertion(() =>
            Assert.Contains(", done", indicator.Find("li.done").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(Address.Of(OpenSteps[0]), indicator.Find("li.done a").GetAttribute("href"));
    }
}
