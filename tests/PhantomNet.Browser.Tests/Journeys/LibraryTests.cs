using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

/// <summary>A library that comes only when one of its pages is opened.</summary>
public sealed class LibraryTests(RunningApp app)
{
    private static readonly CourseStep Later = Course.Beside[0];

    private static readonly string File = $"/_framework/{Later.View!.Library}.wasm";

    [Fact]
    public async Task It_comes_once_and_only_when_its_page_is_opened()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync();
        await page.Browser.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(0, Times(page));
        await OpenByLinkAsync(page);
        await page.WaitForTitleAsync(Later.Title);
        Assert.Equal("step-title", await page.Browser.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.Browser.Locator(".brand").ClickAsync();
        await page.WaitForTitleAsync("From one neuron to a network that reads chest radiographs");
        await OpenByLinkAsync(page);
        await page.WaitForTitleAsync(Later.Title);
        Assert.Equal(1, Times(page));
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task While_it_is_on_its_way_the_page_says_so()
    {
        await using AppPage page = await app.NewPageAsync(width: 390, height: 844);
        await page.Browser.RouteAsync($"**{File}", _ => Task.CompletedTask);
        await page.OpenAsync();
        await OpenByLinkAsync(page);
        await Assertions.Expect(page.Browser.GetByRole(AriaRole.Status)).ToHaveTextAsync("Loading the code of this page …");
        Assert.Empty(page.ConsoleWords);
        Assert.Empty(await page.AxeAsync());
    }

    [Fact]
    public async Task Lost_on_its_way_it_can_be_asked_for_again_as_often_as_it_takes()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync();
        await page.Browser.Context.SetOfflineAsync(true);
        await OpenByLinkAsync(page);
        await page.WaitForTitleAsync($"{Later.Title} could not be loaded");
        Assert.Empty(await page.AxeAsync());
        ILocator again = page.Browser.GetByRole(AriaRole.Button, new() { Name = "Try again" });
        await again.ClickAsync();
        await page.WaitForTitleAsync($"{Later.Title} could not be loaded");
        await page.Browser.Context.SetOfflineAsync(false);
        await again.ClickAsync();
        await page.WaitForTitleAsync(Later.Title);
        await Assertions.Expect(page.Browser.Locator("#blazor-error-ui")).ToBeHiddenAsync();
    }

    private static Task OpenByLinkAsync(AppPage page) =>
        page.Browser.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = Later.Name }).ClickAsync();

    private static int Times(AppPage page) => page.Requests.Count(url => url.EndsWith(File, StringComparison.Ordinal));
}
