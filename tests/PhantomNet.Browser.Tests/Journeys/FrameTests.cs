using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

/// <summary>In a frame of another site, as in a learning management system, with the browser refusing it storage.</summary>
public sealed class FrameTests(RunningApp app)
{
    // What Chromium's settings write for “block third-party cookies”, which blocks all storage of third parties.
    private const string BlockThirdParties = """{"profile":{"cookie_controls_mode":1,"block_third_party_cookies":true}}""";

    private static readonly CourseStep[] Steps = [.. Course.Steps.Where(step => step.IsOpen).Take(2)];

    [Fact]
    public async Task It_works_where_third_parties_may_not_store()
    {
        await using AppPage page = await app.NewPageWithPreferencesAsync(BlockThirdParties);
        await WalkThroughAsync(page, attributes: "");
    }

    [Fact]
    public async Task It_works_in_a_sandbox_without_an_origin()
    {
        await using AppPage page = await app.NewPageAsync();
        await WalkThroughAsync(page, attributes: "sandbox='allow-scripts'");
    }

    private static async Task WalkThroughAsync(AppPage page, string attributes)
    {
        // localhost and 127.0.0.1 are different sites.
        await using StaticServer host = StaticServer.OfPage(
            $"""
            <!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,">
            <iframe {attributes} width="1000" height="800" src="{page.Address}?step={Steps[0].Slug}"></iframe></html>
            """
        );
        await page.Browser.GotoAsync($"http://localhost:{host.Port}/");
        IFrameLocator frame = page.Browser.FrameLocator("iframe");
        ILocator title = frame.Locator("main h1#step-title");
        await Assertions.Expect(title).ToHaveTextAsync(Steps[0].Title);

        // The refusal itself: without it this would test nothing.
        IFrame inner = page.Browser.Frames.Single(part => part.Url.StartsWith(page.Address, StringComparison.Ordinal));
        Assert.Equal(
            "SecurityError",
            await inner.EvaluateAsync<string>(
                "() => { try { localStorage.length; return 'allowed'; } catch (e) { return e.name; } }"
            )
        );

        await frame.GetByRole(AriaRole.Button, new() { Name = "theme" }).ClickAsync();
        Assert.Equal("dark", await inner.EvaluateAsync<string>("() => document.documentElement.dataset.theme"));
        await frame.Locator("a[rel=next]").ClickAsync();
        await Assertions.Expect(title).ToHaveTextAsync(Steps[1].Title);

        // While the page is open, memory keeps the place.
        await frame.Locator(".brand").ClickAsync();
        await Assertions
            .Expect(frame.Locator(".start"))
            .ToHaveTextAsync($"Continue with step {Steps[1].Number}: {Steps[1].Name}");
        Assert.Empty(page.ConsoleWords);
        Assert.Empty(page.FailedRequests);
        Assert.Empty(page.PolicyViolations);
    }
}
