using PhantomNet.Browser.Tests.Setup;

namespace PhantomNet.Browser.Tests.Finding;

/// <summary>A machine made up for a test; it notes what is asked of it.</summary>
internal sealed class FakeMachine : IMachine
{
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Files { get; } = new(StringComparer.Ordinal);

    public List<string> Asked { get; } = [];

    /// <summary>Programs that fail, and what they say.</summary>
    public Dictionary<string, string> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>What a command puts on the disk.</summary>
    public Dictionary<string, string> Installs { get; } = new(StringComparer.Ordinal);

    public MachineSystem System { get; init; } = MachineSystem.Linux;

    public bool IsAdministrator { get; init; }

    public string? Variable(string name) => Variables.GetValueOrDefault(name);

    public bool Exists(string path) => Files.Contains(path);

    public Task<string?> InstallPlaywrightsOwnAsync(TimeSpan limit) => Do("playwright install chromium");

    public Task<string?> RunAsync(string program, IReadOnlyList<string> arguments, TimeSpan limit) =>
        Do($"{program} {string.Join(' ', arguments)}");

    /// <summary>Starts any file that is there, and Playwright's own once it is installed.</summary>
    public Task<string> LaunchAsync(string? path)
    {
        string name = path ?? "playwright's own";
        Asked.Add($"launch {name}");
        return Failures.TryGetValue(name, out string? problem) || !Files.Contains(name)
            ? throw new InvalidOperationException(problem ?? "Executable doesn't exist")
            : Task.FromResult(name);
    }

    private Task<string?> Do(string command)
    {
        Asked.Add(command);
        string? problem = Failures.GetValueOrDefault(command);
        if (problem is null && Installs.TryGetValue(command, out string? file))
        {
            Files.Add(file);
        }

        return Task.FromResult(problem);
    }
}
