using Microsoft.Playwright;

namespace PhantomNet.Bench;

/// <summary>How soon the page can be used, and whether training ever holds it up.</summary>
internal static class PageBench
{
    private const int Rounds = 5;
    private const int TrainingMs = 5000;

    // From the navigation until a slider that is moved has changed what the stage says.
    private const string WatchFirstSlider = """
        const watch = () => {
          const slider = document.querySelector(".controls input[type=range]");
          const stage = document.querySelector("section.stage");
          if (!slider || !stage) return requestAnimationFrame(watch);
          const before = stage.textContent;
          const moved = () => {
            if (stage.textContent !== before) { window.firstSliderMs = performance.now(); return; }
            slider.stepDown();
            slider.dispatchEvent(new Event("input", { bubbles: true }));
            requestAnimationFrame(moved);
          };
          moved();
        };
        requestAnimationFrame(watch);
        """;

    public const string WatchTasks = """
        () => {
          window.tasks = [];
          window.frames = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((task) => window.tasks.push(task.duration)))
            .observe({ type: "longtask" });
          const count = () => { window.frames++; requestAnimationFrame(count); };
          count();
        }
        """;

    private static readonly (string Name, string Query)[] Networks =
    [
        ("2-1", "?step=boundary"),
        ("2-8-1", "?step=boundary&layers=1"),
        ("2-16-16-1", "?step=boundary&data=spiral&layers=2&neurons=16"),
        ("2-16-16-16-1", "?step=boundary&data=spiral&layers=3&neurons=16"),
    ];

    public static async Task RunAsync(IBrowser browser, string address, TextWriter output)
    {
        output.WriteLine($"{Environment.ProcessorCount} cores, Chromium {browser.Version}");
        List<double> starts = [];
        for (int round = 0; round < Rounds; round++)
        {
            starts.Add(await FirstSliderAsync(browser, address));
        }

        output.WriteLine($"navigation to first working slider, nothing cached: median {Median(starts):F0} ms of {Rounds}");
        output.WriteLine("| network | epochs in 5 s | frames a second | tasks over 50 ms | longest, ms |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        foreach ((string name, string query) in Networks)
        {
            output.WriteLine($"| {name} | {await TrainAsync(browser, address + query)} |");
        }
    }

    private static async Task<double> FirstSliderAsync(IBrowser browser, string address)
    {
        await using IBrowserContext context = await browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.AddInitScriptAsync(WatchFirstSlider);
        await page.GotoAsync(address + "?step=neuron");
        await page.WaitForFunctionAsync("() => window.firstSliderMs !== undefined");
        return await page.EvaluateAsync<double>("() => window.firstSliderMs");
    }

    private static async Task<string> TrainAsync(IBrowser browser, string address)
    {
        await using IBrowserContext context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1440, Height = 900 },
            }
        );
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(address);
        ILocator train = page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true });
        await train.ClickAsync();
        await page.WaitForTimeoutAsync(1000); // the first frames compile
        await page.EvaluateAsync(WatchTasks);
        int before = await EpochsAsync(page);
        await page.WaitForTimeoutAsync(TrainingMs);
        int epochs = await EpochsAsync(page) - before;
        double[] tasks = await page.EvaluateAsync<double[]>("() => window.tasks");
        double frames = await page.EvaluateAsync<double>("() => window.frames");
        return $"{epochs:N0} | {1000 * frames / TrainingMs:F0} | {tasks.Length} | {(tasks.Length == 0 ? "under 50" : $"{tasks.Max():F0}")}";
    }

    private static async Task<int> EpochsAsync(IPage page)
    {
        string text = await page.Locator(".scrubber b").InnerTextAsync();
        return int.Parse(text.Replace(",", "", StringComparison.Ordinal));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
