using PhantomNet.Exercises.Step1Neuron;

namespace PhantomNet.Exercises.Tests;

/// <summary>The list of the steps and of the pages beside them.</summary>
public sealed class CourseTests
{
    [Fact]
    public void There_are_nine_steps_in_order() =>
        Assert.Equal(Enumerable.Range(1, 9), Course.Steps.Select(step => step.Number!.Value));

    [Fact]
    public void A_page_beside_the_steps_has_no_number_and_is_open() =>
        Assert.All(Course.Beside, page => Assert.True(page is { Number: null, IsOpen: true }));

    [Fact]
    public void Slugs_names_and_titles_tell_the_pages_apart()
    {
        int count = Course.Pages.Count;
        Assert.Equal(Course.Steps.Count + Course.Beside.Count, count);
        Assert.Equal(count, Course.Pages.Select(page => page.Slug).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(count, Course.Pages.Select(page => page.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(count, Course.Pages.Select(page => page.Title).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(Course.Pages, page => Assert.True(PageTests.IsSlug(page.Slug)));
        Assert.All(Course.Pages, page => Assert.EndsWith(".", page.Summary.Replace('?', '.'), StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_is_found_by_its_slug_and_nothing_else()
    {
        Assert.All(Course.Pages, page => Assert.Same(page, Course.Find(page.Slug)));
        Assert.Null(Course.Find(null));
        Assert.Null(Course.Find("nowhere"));
    }

    [Fact]
    public void A_component_is_there_only_once_its_library_is()
    {
        Assert.Equal(typeof(NeuronStep), Course.Steps[0].View!.Type);
        Assert.Null(new StepComponent("Nobody.Step", "Nobody").Type);
    }
}
