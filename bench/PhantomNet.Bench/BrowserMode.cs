using Microsoft.Playwright;
using PhantomNet.Bench.Cases;
using PhantomNet.Bench.Contest;
using PhantomNet.Bench.Report;
using PhantomNet.Browser.Tests.Setup;

namespace PhantomNet.Bench;

/// <summary>Compiled networks and their peers side by side in one browser.</summary>
internal static class BrowserMode
{
    private const string ConvNetJs = "ConvNetJS";
    private const string TensorFlowCpu = "TensorFlow.js cpu";

    /// <summary>Case 5 alone, which needs no peers; a file of its own.</summary>
    public static async Task CompileAsync(IBrowser browser, TextWriter output)
    {
        await using CompilingPages compiling = await CompilingPages.PublishAsync();
        output.WriteLine("Measuring …");
        CaseResult result = await compiling.RunAsync(browser);
        Dictionary<string, string> none = [];
        await ResultReport.WriteAsync("compiling", $"Chromium {browser.Version}", none, [result], [], output);
    }

    public static async Task RunAsync(IBrowser browser, TextWriter output)
    {
        await PrepareAsync(output);
        await using CompilingPages compiling = await CompilingPages.PublishAsync();
        await using StaticServer server = StaticServer.OfFolder("/", Site.Folder);
        string site = $"http://127.0.0.1:{server.Port}/";
        await using PageContestant ours = new(browser, site, "PhantomNet", "ours");
        await using PythonContestant pyTorch = new(Site.Cases);
        PageContestant TensorFlow(string backend) => new(browser, site, $"TensorFlow.js {backend}", "tfjs", backend);
        await using PageContestant convNetJs = new(browser, site, ConvNetJs, "convnetjs");
        await using PageContestant cpu = TensorFlow("cpu");
        await using PageContestant webgl = TensorFlow("webgl");
        await using PageContestant wasm = TensorFlow("wasm");
        await using PageContestant trainingWasm = TensorFlow("wasm"); // a page of its own: it stops in the middle
        await using PageContestant onnx = new(browser, site, "ONNX Runtime Web", "onnx");
        await using PageContestant playground = new(browser, site, PlaneRace.StandIn, "playground");
        output.WriteLine("Measuring …");
        BenchCase images = BenchCases.Images;
        List<CaseResult> cases = [];
        await Step(
            TrainingRace.RunAsync(
                images,
                ours,
                [convNetJs, cpu, webgl, trainingWasm, pyTorch],
                new GoalAgainst(pyTorch.Name, 2),
                new GoalAgainst(ConvNetJs, 40),
                new GoalAgainst(TensorFlowCpu, 150)
            )
        );
        await Step(PredictionRace.RunAsync(images, ours, [wasm, onnx, pyTorch]));
        await Step(PlaneRace.RunAsync(BenchCases.Tanh, ours, [playground, pyTorch]));
        await Step(PlaneRace.RunAsync(BenchCases.ReLU, ours, [playground, pyTorch]));
        await Step(PartsRace.RunAsync(images, ours));
        await Step(PipelineRace.RunAsync(BenchCases.Course, ours, [wasm, onnx, pyTorch]));
        await Step(compiling.RunAsync(browser));
        IReadOnlyList<GrowthResult> growth = await GrowthSeries.RunAsync(ours);
        await File.WriteAllTextAsync(Repository.File("docs/images/growth.svg"), GrowthPlot.Draw(growth));
        Dictionary<string, string> versions = Site.Versions;
        versions["PyTorch"] = pyTorch.Version ?? "not here";
        await ResultReport.WriteAsync("browser", $"Chromium {browser.Version}", versions, cases, growth, output);

        async Task Step(Task<CaseResult> measuring)
        {
            CaseResult result = await measuring;
            cases.Add(result);
            output.WriteLine($"{DateTime.Now:HH:mm:ss} measured: {result.Title}");
        }
    }

    private static async Task PrepareAsync(TextWriter output)
    {
        output.WriteLine("Writing cases, installing peers …");
        Site.Write();
        foreach (string problem in await Site.InstallAsync())
        {
            output.WriteLine(problem);
        }
    }
}
