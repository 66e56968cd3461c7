using Microsoft.Playwright;

namespace PhantomNet.Bench;

/// <summary>How long the page's thread is held when a step is opened, and when each of its controls is used for the first time.</summary>
internal static class TasksBench
{
    private const int StartMs = 4000;
    private const int SettleMs = 6000;

    // The start page has a link to each.
    private const string Slugs = """
        () => [...new Set([...document.querySelectorAll("main a[href*='step=']")]
          .map((link) => new URL(link.href).searchParams.get("step")))]
        """;

    public static async Task RunAsync(IBrowser browser, string address, TextWriter output)
    {
        output.WriteLine(
            $"{Environment.ProcessorCount} cores, Chromium {browser.Version}; longest tasks, ms of processor time"
        );
        output.WriteLine("| page | opened | opened again | controls | each used once | which |");
        output.WriteLine("|---|---:|---:|---:|---:|---|");
        foreach (string slug in await SlugsAsync(browser, address))
        {
            output.WriteLine($"| {slug} | {await MeasureAsync(browser, address, slug)} |");
        }
    }

    private static async Task<string[]> SlugsAsync(IBrowser browser, string address)
    {
        await using IBrowserContext context = await browser.NewContextAsync();
        IPage page = await HomeAsync(context, address);
        return await page.EvaluateAsync<string[]>(Slugs);
    }

    private static async Task<string> MeasureAsync(IBrowser browser, string address, string slug)
    {
        await using IBrowserContext context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1440, Height = 900 },
            }
        );
        IPage page = await HomeAsync(context, address);
        MainThreadTrace trace = new(browser);
        (double first, _) = await trace.LongestAsync(() => OpenAsync(page, slug));
        await page.Locator("a.brand").ClickAsync();
        await page.WaitForTimeoutAsync(StartMs);
        (double again, _) = await trace.LongestAsync(() => OpenAsync(page, slug));
        int controls = 0;
        (double used, string which) = await trace.LongestAsync(async () => controls = await PageControls.UseAllAsync(page));
        return $"{first:F0} | {again:F0} | {controls} | {used:F0} | {which}";
    }

    private static async Task<IPage> HomeAsync(IBrowserContext context, string address)
    {
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(address);
        await page.Locator(".home").WaitForAsync();
        await page.WaitForTimeoutAsync(StartMs);
        return page;
    }

    private static async Task OpenAsync(IPage page, string slug)
    {
        await page.Locator($"main a[href*='step={slug}']").Last.ClickAsync();
        await page.WaitForTimeoutAsync(SettleMs);
    }
}
