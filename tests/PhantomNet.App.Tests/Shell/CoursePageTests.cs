using Bunit;
using Bunit.TestDoubles;
using PhantomNet.App.Shell;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.App.Tests.Shell;

public sealed class CoursePageTests : ShellTest
{
    // Longer than the delay of a report, with room for a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Without_a_step_it_is_the_start_page()
    {
        IRenderedComponent<CoursePage> page = RenderAt("");
        Assert.NotNull(page.FindComponent<CourseHome>());
        Assert.Empty(page.FindAll("[role=alert]"));
        Assert.Empty(Store.Kept);
    }

    [Fact]
    public void The_address_opens_a_step_and_hands_it_its_state()
    {
        IRenderedComponent<CoursePage> page = RenderAt($"?step={OpenSteps[0].Slug}&a=1&b=2");
        Assert.Equal(OpenSteps[0], page.FindComponent<StepFooter>().Instance.Current);
        Assert.Equal("a=1&b=2", page.FindComponent<StepBoundary>().Instance.Query);
        Assert.Equal(Address.Of(OpenSteps[0], "a=1&b=2"), Store.Kept[CoursePage.LastPlaceKey]);
    }

    [Theory]
    [InlineData("?step=phrenology", "“phrenology”")]
    [InlineData("?step=%3Cb%3E", "“<b>”")]
    public void A_step_that_does_not_exist_is_named_and_not_kept(string query, string named)
    {
        IRenderedComponent<CoursePage> page = RenderAt(query);
        Assert.Contains(named, page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.FindComponent<CourseHome>());
        Assert.Empty(Store.Kept);
    }

    [Fact]
    public void A_step_that_is_still_to_come_is_not_open()
    {
        IRenderedComponent<CoursePage> page = RenderAt($"?step={Coming.Slug}");
        Assert.Contains($"“{Coming.Slug}”", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_entry_is_written_at_once_and_Back_returns_from_it()
    {
        IRenderedComponent<CoursePage> page = RenderAt($"?step={OpenSteps[0].Slug}");
        await page.InvokeAsync(() => page.Instance.Report("a=1", HistoryEntry.New));
        NavigationHistory entry = Navigation.History.First();
        Assert.Equal(Address.Of(OpenSteps[0], "a=1"), entry.Uri);
        Assert.False(entry.Options.ReplaceHistoryEntry);
        Assert.Equal(Address.Of(OpenSteps[0], "a=1"), Store.Kept[CoursePage.LastPlaceKey]);
    }

    [Fact]
    public async Task A_drag_is_written_once_when_it_rests_and_leaves_no_entry()
    {
        IRenderedComponent<CoursePage> page = RenderAt($"?step={OpenSteps[0].Slug}");
        int before = Navigation.History.Count;
        for (int position = 1; position <= 20; position++)
        {
            await page.InvokeAsync(() => page.Instance.Report($"a={position}", HistoryEntry.Same));
        }

        Assert.Equal(before, Navigation.History.Count);
        Assert.EndsWith($"?step={OpenSteps[0].Slug}", Navigation.Uri, StringComparison.Ordinal);
        await WaitUntilAsync(() => Navigation.Uri.EndsWith("a=20", StringComparison.Ordinal));
        NavigationHistory entry = Navigation.History.First();
        Assert.Equal(before, Navigation.History.Count);
        Assert.True(entry.Options.ReplaceHistoryEntry);
    }

    [Fact]
    public async Task A_choice_after_a_drag_is_not_overwritten_by_it()
    {
        IRenderedComponent<CoursePage> page = RenderAt($"?step={OpenSteps[0].Slug}");
        await page.InvokeAsync(() => page.Instance.Report("a=1", HistoryEntry.Same));
        await page.InvokeAsync(() => page.Instance.Report("a=2", HistoryEntry.New));
        int count = Navigation.History.Count;
        await Task.Delay(TimeSpan.FromMilliseconds(600), TestContext.Current.CancellationToken);
        Assert.Equal(count, Navigation.History.Count);
        Assert.EndsWith("a=2", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_comes_late_does_not_turn_the_step_back()
    {
        IRenderedComponent<CoursePage> page = RenderAt($"?step={OpenSteps[0].Slug}");
        Action go = () => { };
        Page.OnGoTo = (address, replace) => go = () => Navigation.NavigateTo(address, replace: replace);
        await page.InvokeAsync(() => page.Instance.Report("a=1", HistoryEntry.New));
        await page.InvokeAsync(() => page.Instance.Report("a=2", HistoryEntry.Same));
        await page.InvokeAsync(go);
        Assert.Equal("a=2", page.FindComponent<StepBoundary>().Instance.Query);
        await page.InvokeAsync(() => Navigation.NavigateTo(Address.Of(OpenSteps[0])));
        Assert.Equal("", page.FindComponent<StepBoundary>().Instance.Query);
    }

    [Fact]
    public async Task Leaving_a_step_drops_what_it_had_still_to_write()
    {
        IRenderedComponent<CoursePage> page = RenderAt($"?step={OpenSteps[0].Slug}");
        await page.InvokeAsync(() => page.Instance.Report("a=1", HistoryEntry.Same));
        await page.InvokeAsync(() => Navigation.NavigateTo(Address.Of(OpenSteps[1])));
        await Task.Delay(TimeSpan.FromMilliseconds(600), TestContext.Current.CancellationToken);
        Assert.EndsWith($"?step={OpenSteps[1].Slug}", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_step_is_read_from_its_heading_but_the_first_page_and_another_state_are_not()
    {
        IRenderedComponent<CoursePage> page = RenderAt($"?step={OpenSteps[0].Slug}");
        Assert.Equal(0, Page.ReadingStarted);
        await page.InvokeAsync(() => Navigation.NavigateTo(Address.Of(OpenSteps[0], "a=1")));
        Assert.Equal((0, 0), (Page.TopShown, Page.ReadingStarted));
        await page.InvokeAsync(() => Navigation.NavigateTo(Address.Of(OpenSteps[1])));
        Assert.Equal((1, 1), (Page.TopShown, Page.ReadingStarted));
        await page.InvokeAsync(() => Navigation.NavigateTo(Address.Home));
        Assert.Equal((2, 2), (Page.TopShown, Page.ReadingStarted));
    }

    [Fact]
    public void The_skip_link_moves_the_focus()
    {
        RenderAt("").Find(".skip").Click();
        Assert.Equal(1, Page.Skipped);
    }

    [Fact]
    public void The_theme_goes_round()
    {
        IRenderedComponent<PageHeader> header = Render<PageHeader>();
        List<string> themes = [];
        for (int i = 0; i < 4; i++)
        {
            themes.Add(Page.Theme);
            Assert.Contains(Page.Theme, header.Find("button").TextContent, StringComparison.OrdinalIgnoreCase);
            header.Find("button").Click();
        }

        Assert.Equal(["system", "dark", "light", "system"], themes);
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        using CancellationTokenSource late = new(Patience);
        while (!condition())
        {
            await Task.Delay(20, late.Token);
        }
    }

    private IRenderedComponent<CoursePage> RenderAt(string query)
    {
        Navigation.NavigateTo("./" + query);
        return Render<CoursePage>();
    }
}
