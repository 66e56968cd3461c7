using Microsoft.Playwright;
using PhantomNet.Bench.Report;
using PhantomNet.Browser.Tests.Setup;

namespace PhantomNet.Bench.Contest;

/// <summary>Case 5: from a spec to a module that is ready, by C# that the browser interprets.</summary>
internal sealed class CompilingPages : IAsyncDisposable
{
    private const string Title = "5. Compiling case 1, from spec to ready";
    private const int Rounds = 7;
    private const int Times = 20; // of which the last is the warm one
    private const double Most = 20;

    private readonly StaticServer? _server;
    private readonly string? _problem;

    private CompilingPages(StaticServer? server, string? problem)
    {
        _server = server;
        _problem = problem;
    }

    /// <summary>Publishes the page, as the app is published, and serves it. Where that fails, the table says why.</summary>
    public static async Task<CompilingPages> PublishAsync()
    {
        string output = Repository.File("artifacts/bench/compiling");
        ProgramResult result = await ProgramRun.RunAsync(
            "dotnet",
            [
                "publish",
                Repository.File("bench/PhantomNet.Bench.Compiling"),
                "--configuration",
                "Release",
                "--output",
                output,
                "--artifacts-path",
                Repository.File("artifacts/bench/compiling-build"),
                "-nodeReuse:false",
                "-p:UseSharedCompilation=false",
            ],
            new Dictionary<string, string?>(StringComparer.Ordinal),
            TimeSpan.FromMinutes(10)
        );
        return result.ExitCode == 0
            ? new CompilingPages(StaticServer.OfFolder("/", Path.Combine(output, "wwwroot")), problem: null)
            : new CompilingPages(server: null, $"Not published: {result.Tail(1)}");
    }

    /// <summary>Fresh pages each round.</summary>
    public async Task<CaseResult> RunAsync(IBrowser browser)
    {
        if (_server is null)
        {
            return new CaseResult(Title, [new Measurement("PhantomNet", "ms", [], _problem)], [], []);
        }

        string address = $"http://127.0.0.1:{_server.Port}/";
        List<double[]> cold = [];
        List<double[]> afterSmall = [];
        List<double[]> warm = [];
        for (int round = 0; round < Rounds; round++)
        {
            await using IBrowserContext context = await browser.NewContextAsync();
            IPage page = await OpenAsync(context, address);
            cold.Add(await CompileAsync(page));
            for (int i = 2; i < Times; i++)
            {
                await CompileAsync(page);
            }

            warm.Add(await CompileAsync(page));
            IPage other = await OpenAsync(context, address);
            await other.EvaluateAsync("() => window.warmUp()");
            afterSmall.Add(await CompileAsync(other));
        }

        (string Name, List<double[]> Rounds)[] all =
        [
            ("after the app's warm-up on a small network", afterSmall),
            ("first time in a page", cold),
            ($"time {Times} in a page", warm),
        ];
        return new CaseResult(
            Title,
            [
                .. all.Select(one => new Measurement(
                    one.Name,
                    "ms",
                    [.. one.Rounds.Select(parts => parts.Sum())],
                    Parts(one.Rounds)
                )),
            ],
            [],
            [
                .. all.Select(one => new Goal(
                    $"compiling, ms, {one.Name}",
                    Most,
                    IsLeast: false,
                    Measurement.MedianOf(one.Rounds.Select(parts => parts.Sum()))
                )),
            ]
        )
        {
            IsContest = false,
        };
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<IPage> OpenAsync(IBrowserContext context, string address)
    {
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("() => window.compileCase", null, new() { Timeout = 120_000 });
        return page;
    }

    private static Task<double[]> CompileAsync(IPage page) => page.EvaluateAsync<double[]>("() => window.compileCase()");

    private static string Parts(List<double[]> rounds) =>
        $"C# {ResultTable.Number(Measurement.MedianOf(rounds.Select(parts => parts[0])))}, browser "
        + $"{ResultTable.Number(Measurement.MedianOf(rounds.Select(parts => parts[1])))}";
}
