namespace PhantomNet.Bench.Report;

/// <summary>All that one run measured.</summary>
internal sealed record BenchResult(
    string Where,
    string Processor,
    int Cores,
    string System,
    string DotNet,
    IReadOnlyDictionary<string, string> Versions,
    IReadOnlyList<CaseResult> Cases,
    IReadOnlyList<GrowthResult> Growth
);
