using System.Diagnostics;

namespace PhantomNet.Architecture.Tests;

/// <summary>The files of the repository that this test was built in.</summary>
internal static class Repository
{
    private static readonly string[] _notOurs =
    [
        "bin",
        "obj",
        ".git",
        ".vs",
        ".idea",
        "node_modules",
        "artifacts",
        "TestResults",
    ];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every committed or new file, as a path from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. (FromGit() ?? FromDisk()).Where(path => File.Exists(Full(path)))];

    /// <summary>The projects of <c>src</c> or <c>tests</c>, by name.</summary>
    public static IEnumerable<string> Projects(string folder) =>
        Files
            .Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal) && HasExtension(path, ".csproj"))
            .Select(path => Path.GetFileNameWithoutExtension(path));

    public static string Full(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(Full(path));

    public static bool HasExtension(string path, params IEnumerable<string> extensions) =>
        extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PhantomNet.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds PhantomNet.slnx.");
    }

    // Null where git isn't there or the sources were unpacked without it.
    private static string[]? FromGit()
    {
        try
        {
            ProcessStartInfo start = new("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            {
                WorkingDirectory = Root,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process git = Process.Start(start)!;
            string output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> FromDisk() =>
        Directory
            .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => _notOurs.Contains(part, StringComparer.Ordinal)));
}
