using Bunit;
using PhantomNet.App.Shell;
using PhantomNet.Exercises;

namespace PhantomNet.App.Tests.Shell;

public sealed class StepFooterTests : ShellTest
{
    [Fact]
    public void The_first_step_has_only_a_next_one()
    {
        IRenderedComponent<StepFooter> footer = RenderFor(Course.Steps[0]);
        Assert.Empty(footer.FindAll("[rel=prev]"));
        Assert.Equal(Address.Of(Course.Steps[1]), footer.Find("[rel=next]").GetAttribute("href"));
    }

    [Fact]
    public void A_step_in_the_middle_has_both()
    {
        IRenderedComponent<StepFooter> footer = RenderFor(Course.Steps[1]);
        Assert.Equal(Address.Of(Course.Steps[0]), footer.Find("[rel=prev]").GetAttribute("href"));
        Assert.Equal(Address.Of(Course.Steps[2]), footer.Find("[rel=next]").GetAttribute("href"));
    }

    [Fact]
    public void The_next_step_is_linked_where_it_is_open_and_else_named()
    {
        foreach ((CourseStep step, CourseStep next) in Course.Steps.Zip(Course.Steps.Skip(1)))
        {
            IRenderedComponent<StepFooter> footer = RenderFor(step);
            Assert.Equal(
                next.IsOpen ? Address.Of(next) : null,
                footer.FindAll("[rel=next]").SingleOrDefault()?.GetAttribute("href")
            );
            Assert.Equal(!next.IsOpen, footer.Markup.Contains($"Coming: {next.NumberedTitle}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_last_step_leads_nowhere()
    {
        IRenderedComponent<StepFooter> footer = RenderFor(Course.Steps[^1]);
        Assert.Empty(footer.FindAll("[rel=next]"));
        Assert.DoesNotContain("Coming", footer.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_beside_the_steps_leads_back_to_them()
    {
        IRenderedComponent<StepFooter> footer = RenderFor(Course.Beside[0]);
        Assert.Equal(Address.Home, footer.Find("a").GetAttribute("href"));
        Assert.Single(footer.FindAll("a"));
        Assert.DoesNotContain("Coming", footer.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<StepFooter> RenderFor(CourseStep step) =>
        Render<StepFooter>(of => of.Add(bar => bar.Current, step));
}
