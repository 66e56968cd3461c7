using System.Globalization;
using Microsoft.Playwright;

namespace PhantomNet.Bench;

/// <summary>How long a radiograph takes to compute on the phantom's page, and whether making a set of them ever holds the page up.</summary>
internal static class PhantomBench
{
    private const int Rounds = 3;
    private static readonly (int Size, int Count)[] _sets = [(28, 1000), (64, 300), (128, 100)];

    public static async Task RunAsync(IBrowser browser, string address, TextWriter output)
    {
        output.WriteLine($"{Environment.ProcessorCount} cores, Chromium {browser.Version}");
        output.WriteLine(
            "| pixels | images | computing per image, ms, median of rounds (least) | tasks over 50 ms | longest, ms |"
        );
        output.WriteLine("|---:|---:|---:|---:|---:|");
        foreach ((int size, int count) in _sets)
        {
            List<double> times = [];
            List<double> tasks = [];
            for (int round = 0; round < Rounds; round++)
            {
                (double ms, double[] longTasks) = await MakeAsync(
                    browser,
                    $"{address}?step=phantom&setcount={count}&setsize={size}"
                );
                times.Add(ms);
                tasks.AddRange(longTasks);
            }

            double median = times.Order().ElementAt(Rounds / 2);
            string longest = tasks.Count == 0 ? "under 50" : tasks.Max().ToString("F0", CultureInfo.InvariantCulture);
            output.WriteLine($"| {size} × {size} | {count} | {median:F1} ({times.Min():F1}) | {tasks.Count} | {longest} |");
        }
    }

    private static async Task<(double Ms, double[] LongTasks)> MakeAsync(IBrowser browser, string address)
    {
        await using IBrowserContext context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1440, Height = 900 },
            }
        );
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(address);
        ILocator make = page.GetByRole(AriaRole.Button, new() { Name = "Make the set" });
        await make.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).WaitForAsync();
        await page.WaitForTimeoutAsync(1000); // the first images compile
        await page.EvaluateAsync(PageBench.WatchTasks);
        await page.GetByText("images in").WaitForAsync(new() { Timeout = 300_000 });
        string text = await page.Locator(".readout", new() { HasText = "computing per image" }).Locator("b").InnerTextAsync();
        double[] longTasks = await page.EvaluateAsync<double[]>("() => window.tasks");
        return (double.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture), longTasks);
    }
}
