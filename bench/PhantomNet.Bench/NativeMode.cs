using PhantomNet.Bench.Cases;
using PhantomNet.Bench.Contest;
using PhantomNet.Bench.Report;

namespace PhantomNet.Bench;

/// <summary>Compiled networks under Wasmtime, and PyTorch beside them.</summary>
internal static class NativeMode
{
    public static async Task RunAsync(TextWriter output)
    {
        Site.Write();
        output.WriteLine("Measuring …");
        await using WasmtimeContestant ours = new();
        await using PythonContestant pyTorch = new(Site.Cases);
        BenchCase images = BenchCases.Images;
        List<CaseResult> cases =
        [
            await TrainingRace.RunAsync(images, ours, [pyTorch], new GoalAgainst(pyTorch.Name, 2)),
            await PredictionRace.RunAsync(images, ours, [pyTorch]),
            await PlaneRace.RunAsync(BenchCases.Tanh, ours, [pyTorch]),
            await PlaneRace.RunAsync(BenchCases.ReLU, ours, [pyTorch]),
            await PartsRace.RunAsync(images, ours),
            await PipelineRace.RunAsync(BenchCases.Course, ours, [pyTorch]),
            CompilingNatively.Run(images),
        ];
        IReadOnlyList<GrowthResult> growth = await GrowthSeries.RunAsync(ours);
        Dictionary<string, string> versions = new(StringComparer.Ordinal)
        {
            ["Wasmtime"] = typeof(global::Wasmtime.Engine).Assembly.GetName().Version!.ToString(3),
            ["PyTorch"] = pyTorch.Version ?? "not here",
        };
        await ResultReport.WriteAsync("native", "Wasmtime", versions, cases, growth, output);
    }
}
