using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;

namespace PhantomNet.Browser.Tests.Journeys;

/// <summary>What a visitor sees until the app is there, and how much has to come.</summary>
public sealed class LoadingTests(RunningApp app, ITestOutputHelper output)
{
    /// <summary>What a first visit may transfer, compressed by brotli: two seconds on a line of 10 Mbit/s.</summary>
    private const double FirstLoadLimitMb = 2.4;

    // Pages on radiographs bring a library of their own, once, when the first of them is opened; pages that train bring the compiler.
    private static readonly string[] _laterLibraries =
    [
        "PhantomNet.Exercises.Imaging",
        "PhantomNet.Kernels",
        "PhantomNet.Wasm",
    ];
    private const double LaterLibrariesLimitMb = 0.5;

    private const string WhatItIs = "Nine interactive steps for students of medical physics.";

    // What Chromium's settings write for “don't allow sites to use JavaScript”.
    private const string NoScripts = """{"profile":{"default_content_setting_values":{"javascript":2}}}""";

    public static TheoryData<string> OpenPages => AddressTests.OpenPages;

    [Theory]
    [InlineData(ColorScheme.Dark)]
    [InlineData(ColorScheme.Light)]
    public async Task Before_the_runtime_arrives_the_page_says_what_it_is(ColorScheme scheme)
    {
        await using AppPage page = await app.NewPageAsync(width: 390, height: 844, scheme: scheme);
        await page.Browser.RouteAsync("**/_framework/*.wasm", _ => Task.CompletedTask);
        await page.Browser.GotoAsync(page.Address);
        await Assertions.Expect(page.Browser.GetByText(WhatItIs)).ToBeVisibleAsync();
        await Assertions.Expect(page.Browser.GetByRole(AriaRole.Status)).ToContainTextAsync("Loading the engine");
        Assert.Empty(page.ConsoleWords);
        Assert.Empty(await page.AxeAsync());
    }

    [Fact]
    public async Task A_runtime_that_can_not_be_loaded_is_named()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.Browser.RouteAsync("**/_framework/*.wasm", route => route.AbortAsync());
        await page.Browser.GotoAsync(page.Address);
        await Assertions
            .Expect(page.Browser.GetByText("The engine could not be loaded."))
            .ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Assertions
            .Expect(page.Browser.GetByRole(AriaRole.Link, new() { Name = "load the page again" }))
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_scripts_the_page_says_what_it_is_and_what_it_needs()
    {
        await using AppPage page = await app.NewPageWithPreferencesAsync(NoScripts);
        await page.Browser.GotoAsync(page.Address);
        await Assertions.Expect(page.Browser.GetByText(WhatItIs)).ToBeVisibleAsync();
        await Assertions.Expect(page.Browser.Locator("noscript p")).ToBeVisibleAsync();
        await Assertions.Expect(page.Browser.GetByRole(AriaRole.Status)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_loading_bar_moves_with_what_has_arrived()
    {
        await using AppPage page = await app.NewPageAsync();
        int arrived = 0;
        await page.Browser.RouteAsync(
            "**/_framework/*.wasm",
            async route =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(15 * Interlocked.Increment(ref arrived)));
                await route.ContinueAsync();
            }
        );
        await page.Browser.AddInitScriptAsync(
            """
            window.widths = [];
            new MutationObserver(() => {
              const bar = document.querySelector(".loading-bar div");
              if (bar) widths.push(bar.getBoundingClientRect().width / bar.parentElement.getBoundingClientRect().width);
            }).observe(document, { attributes: true, attributeFilter: ["style"], subtree: true });
            """
        );
        await page.OpenAsync();
        double[] widths = await page.Browser.EvaluateAsync<double[]>("() => widths");
        output.WriteLine(string.Join(' ', widths.Select(width => width.ToString("P0"))));
        Assert.True(widths.Distinct().Count() >= 5, $"The bar took {widths.Distinct().Count()} widths.");
        Assert.Equal(widths.Order(), widths);
        Assert.InRange(widths[0], 0, 0.3);
        Assert.InRange(widths[^1], 0.95, 1);
    }

    [Theory]
    [MemberData(nameof(OpenPages))]
    public async Task A_first_visit_transfers_little(string slug)
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"?step={slug}");
        await page.Browser.WaitForLoadStateAsync(LoadState.NetworkIdle);
        string folder = await app.FolderAsync();
        ILookup<bool, string> requests = page
            .Requests.Distinct(StringComparer.Ordinal)
            .Select(url => url[page.Address.Length..])
            .ToLookup(path => _laterLibraries.Any(library => path.Contains(library, StringComparison.Ordinal)));
        double mb = requests[false].Sum(path => CompressedBytes(folder, path)) / 1e6;
        double laterMb = requests[true].Sum(path => CompressedBytes(folder, path)) / 1e6;
        string measured =
            $"A first visit to {slug} transfers {mb:F2} MB in {page.Requests.Count} requests (brotli; limit {FirstLoadLimitMb} MB), "
            + $"and {laterMb:F2} MB of the libraries that the page asks for when it is opened (limit {LaterLibrariesLimitMb} MB).";
        output.WriteLine(measured);
        await File.WriteAllTextAsync(
            Repository.File($"artifacts/browser-tests/first-load-{slug}.txt"),
            measured + Environment.NewLine,
            TestContext.Current.CancellationToken
        );
        Assert.InRange(mb, 0.5, FirstLoadLimitMb);
        Assert.InRange(laterMb, 0, LaterLibrariesLimitMb);
    }

    // What a host sends that compresses ahead; small files have no compressed twin.
    private static long CompressedBytes(string folder, string path)
    {
        string name = path.Split('?', '#')[0];
        string file = Path.Combine(folder, name.Length == 0 ? "index.html" : name);
        return new FileInfo(File.Exists(file + ".br") ? file + ".br" : file).Length;
    }
}
