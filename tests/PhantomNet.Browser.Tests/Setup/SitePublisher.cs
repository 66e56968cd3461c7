namespace PhantomNet.Browser.Tests.Setup;

/// <summary>Publishes the app as its users get it: a release build in a folder of static files.</summary>
public static class SitePublisher
{
    // Trimming and compressing on two busy cores takes one minute.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    // A build around these tests passes its own MSBuild on to its children, and that one may be another.
    private static readonly string[] ParentsVariables =
    [
        "MSBUILD_EXE_PATH",
        "MSBuildExtensionsPath",
        "MSBuildSDKsPath",
        "MSBuildLoadMicrosoftTargetsReadOnly",
        "DOTNET_HOST_PATH",
    ];

    /// <summary>Publishes and returns the folder to serve.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message ends with what the build said.</exception>
    public static async Task<string> PublishAsync()
    {
        string output = Repository.File("artifacts/browser-tests/site");
        if (Directory.Exists(output))
        {
            // Publishing adds to what is there: files of an earlier publish would stay.
            Directory.Delete(output, recursive: true);
        }

        string[] arguments =
        [
            "publish",
            Repository.File("src/PhantomNet.App"),
            "--configuration",
            "Release",
            "--output",
            output,
            // Folders of its own for all that a build makes, so that it can't meet the build that started these tests.
            "--artifacts-path",
            Repository.File("artifacts/browser-tests/build"),
            // No server process may outlive it: that would hold its output streams open.
            "-nodeReuse:false",
            "-p:UseSharedCompilation=false",
        ];
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
        Dictionary<string, string?> environment = ParentsVariables.ToDictionary(
            name => name,
            _ => (string?)null,
            StringComparer.Ordinal
        );
        ProgramResult result = await ProgramRun.RunAsync(dotnet, arguments, environment, Limit);
        return result.ExitCode == 0
            ? Path.Combine(output, "wwwroot")
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed with {result.Tail(60)}");
    }
}
