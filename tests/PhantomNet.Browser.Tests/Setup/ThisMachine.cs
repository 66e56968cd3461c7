namespace PhantomNet.Browser.Tests.Setup;

/// <summary>The machine that runs the tests.</summary>
public sealed class ThisMachine : IMachine
{
    /// <inheritdoc/>
    public MachineSystem System =>
        OperatingSystem.IsWindows() ? MachineSystem.Windows
        : OperatingSystem.IsMacOS() ? MachineSystem.Mac
        : MachineSystem.Linux;

    /// <inheritdoc/>
    public bool IsAdministrator => Environment.IsPrivilegedProcess;

    /// <inheritdoc/>
    public string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <inheritdoc/>
    public bool Exists(string path) => File.Exists(path);

    /// <inheritdoc/>
    public async Task<string?> InstallPlaywrightsOwnAsync(TimeSpan limit)
    {
        // Its installer can't be cancelled: past the limit it goes on unheeded.
        Task<int> installing = Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"]));
        try
        {
            int code = await installing.WaitAsync(limit);
            return code == 0 ? null : $"exit code {code}";
        }
        catch (Exception error) when (error is TimeoutException or IOException or InvalidOperationException)
        {
            return error is TimeoutException ? $"not finished after {limit.TotalMinutes:0} minutes" : error.Message;
        }
    }

    /// <inheritdoc/>
    public async Task<string?> RunAsync(string program, IReadOnlyList<string> arguments, TimeSpan limit)
    {
        Dictionary<string, string?> environment = new(StringComparer.Ordinal) { ["DEBIAN_FRONTEND"] = "noninteractive" };
        ProgramResult result = await ProgramRun.RunAsync(program, arguments, environment, limit);
        return result.ExitCode == 0 ? null : result.Tail(2);
    }
}
