using System.Text.Encodings.Web;
using System.Text.Json;
using PhantomNet.Browser.Tests.Setup;

namespace PhantomNet.Bench.Report;

/// <summary>The results for a program, with every round.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // “×” as it is
    };

    public static async Task<string> WriteAsync(BenchResult result, string name)
    {
        string path = Repository.File($"bench/results/{name}.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(result, _options) + "\n");
        return path;
    }
}
