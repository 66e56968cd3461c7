using PhantomNet.Browser.Tests.Setup;

namespace PhantomNet.Bench.Report;

/// <summary>Tells a run's results: the table to a person, the file to a program.</summary>
internal static class ResultReport
{
    public static async Task WriteAsync(
        string name,
        string where,
        IReadOnlyDictionary<string, string> versions,
        IReadOnlyList<CaseResult> cases,
        IReadOnlyList<GrowthResult> growth,
        TextWriter output
    )
    {
        BenchResult result = new(
            where,
            ThisComputer.Processor,
            Environment.ProcessorCount,
            ThisComputer.System,
            Environment.Version.ToString(),
            versions,
            cases,
            growth
        );
        output.WriteLine();
        ResultTable.Write(result, output);
        string path = await ResultFile.WriteAsync(result, name);
        output.WriteLine();
        output.WriteLine($"All rounds: {Path.GetRelativePath(Repository.Root, path)}");
    }
}
