using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Kernels.Tests;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Browser.Tests.Journeys;

/// <summary>Who trains: a worker with the compiled network where there can be one, the textbook engine where there can't.</summary>
public sealed class EngineTests(RunningApp app)
{
    private const float Patience = 240_000;

    [Fact]
    public async Task A_network_is_trained_in_a_worker_which_ends_with_the_step()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync("?step=boundary");
        await TrainAsync(page);
        Assert.Single(page.Browser.Workers);
        await page.GoToStepAsync("Neuron");
        await page.WaitForTitleAsync("A neuron is logistic regression");
        await WaitForWorkersAsync(page, 0);
        Assert.Empty(page.ConsoleWords);
        Assert.Empty(page.PolicyViolations);
    }

    // Step 4 has two networks and step 9 one, each with a module to look inside; the one to predict is started by who needs it.
    [Theory]
    [InlineData("?step=layers", "main canvas", 2)]
    [InlineData("?step=pipeline", "canvas#overview", 1)]
    public async Task What_is_inside_a_network_is_seen_through_workers_which_end_with_the_step(
        string query,
        string seen,
        int workers
    )
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync(query);
        await page.Browser.Locator(seen).First.WaitForAsync(new() { Timeout = Patience });
        await WaitForWorkersAsync(page, workers);
        await page.GoToStepAsync("Neuron");
        await page.WaitForTitleAsync("A neuron is logistic regression");
        await WaitForWorkersAsync(page, 0);
        Assert.Empty(page.ConsoleWords);
        Assert.Empty(page.PolicyViolations);
    }

    [Fact]
    public async Task Where_there_can_be_no_worker_a_network_is_looked_into_all_the_same()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.Browser.AddInitScriptAsync("delete window.Worker");
        await page.OpenAsync("?step=pipeline");
        await page.Browser.Locator("canvas#overview").WaitForAsync(new() { Timeout = Patience });
        Assert.Empty(page.Browser.Workers);
        Assert.Empty(page.ConsoleWords);
    }

    [Theory]
    [InlineData("() => { delete window.Worker; }")]
    [InlineData("() => { window.Worker = class { constructor() { throw new DOMException('refused', 'SecurityError'); } }; }")]
    public async Task Where_there_can_be_no_worker_the_textbook_engine_trains(string refusal)
    {
        await using AppPage page = await app.NewPageAsync();
        await page.Browser.AddInitScriptAsync($"({refusal})()");
        await page.OpenAsync("?step=boundary");
        await TrainAsync(page);
        Assert.Empty(page.Browser.Workers);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task A_worker_that_is_lost_is_followed_by_another_and_the_page_says_so()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.Browser.AddInitScriptAsync(
            """
            window.workers = [];
            window.Worker = class extends Worker { constructor(...given) { super(...given); workers.push(this); } };
            """
        );
        await page.OpenAsync("?step=boundary");
        await TrainAsync(page);
        double before = await OnScreen.NumberAsync(Epochs(page));
        await page.Browser.EvaluateAsync(
            "() => { workers[0].terminate(); workers[0].onerror(new ErrorEvent('error', { message: 'lost' })); }"
        );
        await Assertions.Expect(page.Browser.GetByText("nothing is lost")).ToBeVisibleAsync(new() { Timeout = Patience });
        await page.Browser.WaitForFunctionAsync("() => workers.length === 2");
        await page.Step.Stage.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await page.Browser.GetByRole(AriaRole.Button, new() { Name = "Understood", Exact = true }).ClickAsync();
        Assert.True(await OnScreen.NumberAsync(Epochs(page)) >= before);
        Assert.Single(page.Browser.Workers);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task Replies_in_another_order_reach_who_asked()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync("?step=neuron");
        int[] results = await page.Browser.EvaluateAsync<int[]>(
            """
            async () => {
              const asked = [];
              let last;
              window.Worker = class {
                postMessage(request) {
                  last = this;
                  asked.push(request);
                  if (request.module) {
                    queueMicrotask(() => this.onmessage({ data: { id: request.id, result: 0 } }));
                  }
                }
                terminate() {}
              };
              const kernels = await import(new URL("js/kernels.js", document.baseURI));
              const id = await kernels.start(new Uint8Array(8));
              const both = [1, 2].map((value) => kernels.exchange(id, new Uint8Array(), [], "f", [value], []));
              for (const request of asked.filter((request) => request.name).reverse()) {
                last.onmessage({ data: { id: request.id, result: 10 * request.values[0] } });
              }
              return (await Promise.all(both)).map(kernels.result);
            }
            """
        );
        Assert.Equal([10, 20], results);
    }

    [Fact]
    public async Task Training_gives_the_same_bits_as_everywhere()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync("?step=neuron");
        PageHosts hosts = new(page);
        foreach ((_, NetworkSpec spec, TrainingSettings settings, string hash) in FixedCases.All)
        {
            Assert.Equal(hash, await FixedCases.HashAsync(hosts, spec, settings));
        }
    }

    [Fact]
    public async Task Ten_thousand_epochs_are_trained_and_their_speed_is_shown()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync("?step=boundary&layers=1");
        await page.Step.Stage.GetByRole(AriaRole.Button, new() { Name = "10,000 epochs", Exact = true }).ClickAsync();
        await Assertions.Expect(Epochs(page)).ToHaveTextAsync("10,000", new() { Timeout = Patience });
        await Assertions
            .Expect(page.Step.Stage.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }))
            .ToBeVisibleAsync();
        ILocator speed = page.Step.Stage.Locator(".readout").Filter(new() { HasText = "epochs a second, WebAssembly SIMD" });
        Assert.True(await OnScreen.NumberAsync(speed.Locator("b")) > 0);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task Without_the_compiler_s_library_the_textbook_engine_trains()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.Browser.RouteAsync("**/PhantomNet.Kernels.wasm", route => route.AbortAsync());
        await page.OpenAsync("?step=boundary");
        await TrainAsync(page);
        Assert.Empty(page.Browser.Workers);
    }

    private static async Task TrainAsync(AppPage page)
    {
        ILocator train = page.Step.Stage.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true });
        await train.ClickAsync();
        await Assertions.Expect(Epochs(page)).ToHaveTextAsync(OnScreen.AtLeast300, new() { Timeout = Patience });
    }

    private static ILocator Epochs(AppPage page) =>
        page
            .Step.Stage.Locator(
                ".readout",
                new() { Has = page.Browser.GetByText(OnScreen.Pattern("^epochs(, .* minibatches)?$")) }
            )
            .Locator("b");

    private static async Task WaitForWorkersAsync(AppPage page, int count)
    {
        for (int wait = 0; page.Browser.Workers.Count != count && wait < 1200; wait++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal(count, page.Browser.Workers.Count);
    }
}
