using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

/// <summary>What the app keeps between visits, and the theme among it.</summary>
public sealed class MemoryTests(RunningApp app)
{
    private static readonly CourseStep Step = Course.Steps.First(step => step.IsOpen);

    [Fact]
    public async Task The_start_page_offers_to_continue_at_the_last_place()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync();
        ILocator start = page.Browser.Locator(".start");
        Assert.Equal("Start with step 1", await start.TextContentAsync());

        await page.OpenAsync($"?step={Step.Slug}&unknown=7");
        await page.OpenAsync();
        Assert.Equal($"Continue with step {Step.Number}: {Step.Name}", await start.TextContentAsync());
        await start.ClickAsync();
        await page.WaitForTitleAsync(Step.Title);
        Assert.Equal($"?step={Step.Slug}&unknown=7", page.Query);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://example.org/?step=neuron")]
    [InlineData("./?step=nothing")]
    [InlineData("./?")]
    public async Task What_is_no_place_in_the_course_is_not_offered(string kept)
    {
        await using AppPage page = await app.NewPageAsync();
        await page.Browser.AddInitScriptAsync(
            $"localStorage.setItem('phantomnet.place', {System.Text.Json.JsonSerializer.Serialize(kept)})"
        );
        await page.OpenAsync();
        Assert.Equal("Start with step 1", await page.Browser.Locator(".start").TextContentAsync());
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task The_theme_is_switched_in_a_circle_and_kept()
    {
        await using AppPage page = await app.NewPageAsync(scheme: ColorScheme.Light);
        await page.OpenAsync();
        string light = await page.BackgroundAsync();
        ILocator switcher = page.Browser.GetByRole(AriaRole.Button, new() { Name = "theme" });
        await switcher.ClickAsync();
        string dark = await page.BackgroundAsync();
        Assert.NotEqual(light, dark, StringComparer.Ordinal);

        await page.ReloadAsync();
        Assert.Equal(dark, await page.BackgroundAsync());
        Assert.Contains("Dark", await switcher.TextContentAsync(), StringComparison.Ordinal);

        await switcher.ClickAsync();
        Assert.Equal(light, await page.BackgroundAsync());
        await page.Browser.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Equal(light, await page.BackgroundAsync());
        await switcher.ClickAsync();
        Assert.Equal(dark, await page.BackgroundAsync());
        Assert.Contains("System", await switcher.TextContentAsync(), StringComparison.Ordinal);
    }
}
