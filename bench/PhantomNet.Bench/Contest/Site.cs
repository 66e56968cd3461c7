using PhantomNet.Bench.Cases;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Kernels.Measuring;

namespace PhantomNet.Bench.Contest;

/// <summary>The folder that pages are served from: their scripts, the cases, and the peers as npm installs them.</summary>
internal static class Site
{
    private static readonly string[] _packages =
    [
        "convnetjs@0.3.0",
        "@tensorflow/tfjs@4.22.0",
        "@tensorflow/tfjs-backend-wasm@4.22.0",
        "onnxruntime-web@1.30.0",
    ];

    /// <summary>Git ignores it.</summary>
    public static string Folder { get; } = Repository.File("artifacts/bench/site");

    public static string Cases => Path.Combine(Folder, "cases");

    /// <summary>Peers in a browser with their versions.</summary>
    public static Dictionary<string, string> Versions =>
        _packages.ToDictionary(
            package => package[..package.LastIndexOf('@')],
            package => package.Split('@')[^1],
            StringComparer.Ordinal
        );

    /// <summary>Writes what belongs to us.</summary>
    public static void Write()
    {
        Directory.CreateDirectory(Folder);
        foreach (string file in Directory.EnumerateFiles(Repository.File("bench/PhantomNet.Bench/Page")))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        }

        foreach (PeakModule peak in PeakModule.All)
        {
            File.WriteAllBytes(Path.Combine(Folder, peak.File), peak.Write());
        }

        foreach (BenchCase given in BenchCases.Contested.Concat(BenchCases.Growth.Select(grown => grown.Case)))
        {
            CaseFolder.Write(Cases, given, MeasuredModule.Compile(given.Spec, given.Settings, given.HeldCount, given.Use));
        }
    }

    /// <summary>Has npm install each peer that isn't there yet. One that can't be had is missing in the table, with this message.</summary>
    public static async Task<IReadOnlyList<string>> InstallAsync()
    {
        List<string> problems = [];
        string list = Path.Combine(Folder, "package.json");
        if (!File.Exists(list))
        {
            await File.WriteAllTextAsync(list, """{ "private": true }""");
        }

        foreach (string package in _packages.Where(package => !IsInstalled(package)))
        {
            ProgramResult result = await ProgramRun.RunAsync(
                "npm",
                [
                    "install",
                    "--prefix",
                    Folder,
                    "--no-audit",
                    "--no-fund",
                    "--no-package-lock",
                    "--ignore-scripts",
                    "--save-exact",
                    package,
                ],
                new Dictionary<string, string?>(StringComparer.Ordinal),
                TimeSpan.FromMinutes(5)
            );
            if (result.ExitCode != 0)
            {
                problems.Add($"npm could not install {package}: {result.Tail(3)}");
            }
        }

        return problems;
    }

    private static bool IsInstalled(string package)
    {
        int at = package.LastIndexOf('@');
        string file = Path.Combine(Folder, "node_modules", package[..at], "package.json");
        return File.Exists(file)
            && File.ReadAllText(file).Contains($"\"version\": \"{package[(at + 1)..]}\"", StringComparison.Ordinal);
    }
}
