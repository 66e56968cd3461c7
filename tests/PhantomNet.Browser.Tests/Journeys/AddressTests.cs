using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

public sealed class AddressTests(RunningApp app)
{
    public static TheoryData<string> OpenPages => [.. Course.Pages.Where(page => page.IsOpen).Select(page => page.Slug)];

    private static readonly string[] Nonsense =
    [
        "NaN",
        "1e999",
        "-99999999999999999999",
        "%E0%A4%A",
        "%00%3Cscript%3E",
        "1,2,,~;|:.-",
    ];

    // Every short key that a state may use, with values that no state can want.
    private static string Garbage =>
        string.Join(
            '&',
            from key in Enumerable
                .Range('a', 26)
                .Select(letter => ((char)letter).ToString())
                .Concat(["x1", "w1", "w2", "data", "seed"])
            from value in Nonsense
            select $"{key}={value}"
        );

    [Theory]
    [MemberData(nameof(OpenPages))]
    public async Task A_deep_link_opens_its_step_and_survives_a_reload(string slug)
    {
        CourseStep step = Course.Find(slug)!;
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"?step={slug}&unknown=7");
        Assert.Equal(step.Title, await page.Title.TextContentAsync());
        await page.ReloadAsync();
        Assert.Equal(step.Title, await page.Title.TextContentAsync());
        Assert.Equal($"?step={slug}&unknown=7", page.Query);
    }

    [Theory]
    [MemberData(nameof(OpenPages))]
    public async Task Garbage_in_the_state_of_a_step_is_read_as_its_defaults(string slug)
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"?step={slug}&{Garbage}");
        Assert.Equal(Course.Find(slug)!.Title, await page.Title.TextContentAsync());
        Assert.Empty(page.ConsoleWords);
    }

    [Theory]
    [InlineData("?step=phrenology", "phrenology")]
    [InlineData("?step=pipeline9", "pipeline9")]
    [InlineData("?step=%3Cimg%20src%3Dx%3E", "<img src=x>")]
    [InlineData("?step=%E0%A4%A", "")]
    public async Task An_unknown_step_is_named_and_the_course_is_offered(string query, string name)
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync(query);
        Assert.Contains(name, await page.Browser.Locator("main [role=alert]").TextContentAsync(), StringComparison.Ordinal);
        Assert.StartsWith("From one neuron", await page.Title.TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(page.ConsoleWords);
    }

    [Theory]
    [InlineData("?")]
    [InlineData("?&&==&=&step")]
    [InlineData("#main")]
    [InlineData("index.html")]
    public async Task An_address_without_a_step_is_the_start_page(string query)
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync(query);
        Assert.StartsWith("From one neuron", await page.Title.TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task Back_and_forward_go_from_step_to_step()
    {
        CourseStep[] steps = [.. Course.Steps.Where(step => step.IsOpen).Take(2)];
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync();
        foreach (CourseStep step in steps)
        {
            await page.GoToStepAsync(step.Name);
            await page.WaitForTitleAsync(step.Title);
        }

        await page.Browser.GoBackAsync();
        await page.WaitForTitleAsync(steps[0].Title);
        await page.Browser.GoBackAsync();
        await page.WaitForTitleAsync("From one neuron to a network that reads chest radiographs");
        await page.Browser.GoForwardAsync();
        await page.WaitForTitleAsync(steps[0].Title);
        Assert.Equal($"?step={steps[0].Slug}", page.Query);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task A_step_opened_by_a_link_begins_at_its_heading()
    {
        CourseStep[] steps = [.. Course.Steps.Where(step => step.IsOpen).Take(2)];
        await using AppPage page = await app.NewPageAsync(width: 390, height: 400);
        await page.OpenAsync($"?step={steps[0].Slug}");
        Assert.Equal("BODY", await page.Browser.EvaluateAsync<string>("() => document.activeElement.tagName"));

        await page.Browser.EvaluateAsync("() => scrollTo(0, document.scrollingElement.scrollHeight)");
        await page.Browser.Locator("a[rel=next]").ClickAsync();
        await page.WaitForTitleAsync(steps[1].Title);
        Assert.Equal("step-title", await page.Browser.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.Equal(0, await page.Browser.EvaluateAsync<int>("() => scrollY"));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_found()
    {
        await using AppPage page = await app.NewPageAsync();
        IAPIResponse answer = await page.Browser.APIRequest.GetAsync(page.Address + "nothing.js");
        Assert.Equal(404, answer.Status);
    }
}
