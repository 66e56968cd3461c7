namespace PhantomNet.Browser.Tests.Setup;

/// <summary>
/// Finds a Chromium that starts: the one named by <see cref="Variable"/>, one that is installed, Playwright's own, or, for an
/// administrator of a Debian, the distribution's.
/// </summary>
public sealed class BrowserFinder(IMachine machine)
{
    /// <summary>Names a browser to use in place of any other.</summary>
    public const string Variable = "PHANTOMNET_BROWSER";

    private const string AptGet = "/usr/bin/apt-get";
    private const string DebiansChromium = "/usr/bin/chromium";

    // A download of some 200 MB on a slow line; past this, the message is worth more than the wait.
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(5);

    private readonly List<string> _tried = [];

    /// <summary>Tries each place in turn.</summary>
    /// <param name="launch">Starts the browser at a path, or Playwright's own for null; throws when it doesn't start.</param>
    /// <exception cref="BrowserNotFoundException">None started; the message says what was tried and what to do.</exception>
    public async Task<T> FindAsync<T>(Func<string?, Task<T>> launch)
        where T : class
    {
        _tried.Clear();
        if (machine.Variable(Variable) is { } named)
        {
            // Who names a browser wants that one; another in its place would hide the mistake.
            return await TryAsync(named, $"{Variable}={named}", launch) ?? throw NotFound();
        }

        foreach (string path in BrowserPlaces.Of(machine).Where(machine.Exists))
        {
            if (await TryAsync(path, path, launch) is { } installed)
            {
                return installed;
            }
        }

        return await PlaywrightsOwnAsync(launch) ?? await DebiansAsync(launch) ?? throw NotFound();
    }

    private async Task<T?> PlaywrightsOwnAsync<T>(Func<string?, Task<T>> launch)
        where T : class
    {
        if (await TryAsync(null, "Playwright's own Chromium, as installed before", launch) is { } before)
        {
            return before;
        }

        const string install = "playwright install chromium";
        return await DoneAsync(install, machine.InstallPlaywrightsOwnAsync(InstallLimit))
            ? await TryAsync(null, $"Playwright's own Chromium, after {install}", launch)
            : null;
    }

    private async Task<T?> DebiansAsync<T>(Func<string?, Task<T>> launch)
        where T : class
    {
        if (!machine.Exists(AptGet) || !machine.IsAdministrator)
        {
            _tried.Add("apt-get install chromium: only for root on a Debian, which this isn't");
            return null;
        }

        string[] install = ["install", "-y", "--no-install-recommends", "chromium"];
        return
            await DoneAsync("apt-get update", machine.RunAsync(AptGet, ["update"], InstallLimit))
            && await DoneAsync("apt-get install chromium", machine.RunAsync(AptGet, install, InstallLimit))
            ? await TryAsync(DebiansChromium, $"{DebiansChromium}, after apt-get install chromium", launch)
            : null;
    }

    private async Task<bool> DoneAsync(string what, Task<string?> doing)
    {
        string? problem = await doing;
        if (problem is not null)
        {
            _tried.Add($"{what}: {FirstLines(problem)}");
        }

        return problem is null;
    }

    private async Task<T?> TryAsync<T>(string? path, string what, Func<string?, Task<T>> launch)
        where T : class
    {
        if (path is not null && !machine.Exists(path))
        {
            _tried.Add($"{what}: there is no such file");
            return null;
        }

        try
        {
            return await launch(path);
        }
        catch (Exception error)
        {
            _tried.Add($"{what}: {FirstLines(error.Message)}");
            return null;
        }
    }

    private BrowserNotFoundException NotFound() =>
        new(
            $"""
            The browser tests need a Chromium, Chrome or Edge, and none could be started. Tried, in this order:
            {string.Join(Environment.NewLine, _tried.Select(line => "  - " + line))}
            Install one of them, or set {Variable} to the path of its program, and run the tests again.
            """
        );

    // A launch's message carries the browser's whole log.
    private static string FirstLines(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string line = string.Join(" ", lines.Take(2));
        return line.Length <= 300 ? line : line[..300] + "…";
    }
}
