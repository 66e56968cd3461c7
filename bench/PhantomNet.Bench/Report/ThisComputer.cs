using System.Runtime.InteropServices;

namespace PhantomNet.Bench.Report;

/// <summary>What the measurements were made on.</summary>
internal static class ThisComputer
{
    private const string Processors = "/proc/cpuinfo"; // on Linux

    /// <summary>The processor's own name where the system tells it, with its family and model, since that name can be vague.</summary>
    public static string Processor
    {
        get
        {
            if (!File.Exists(Processors))
            {
                return $"{RuntimeInformation.ProcessArchitecture}";
            }

            Dictionary<string, string> first = File.ReadLines(Processors)
                .TakeWhile(line => line.Length > 0)
                .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
                .Where(parts => parts.Length == 2)
                .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
            string name = first.GetValueOrDefault("model name", $"{RuntimeInformation.ProcessArchitecture}");
            return first.TryGetValue("model", out string? model) && first.TryGetValue("cpu family", out string? family)
                ? $"{name} (family {family}, model {model})"
                : name;
        }
    }

    public static string System => RuntimeInformation.OSDescription;
}
