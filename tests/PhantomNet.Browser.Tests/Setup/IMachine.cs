namespace PhantomNet.Browser.Tests.Setup;

/// <summary>What the search for a browser asks of the machine, so that the search can be tested without one.</summary>
public interface IMachine
{
    /// <summary>The system it runs.</summary>
    MachineSystem System { get; }

    /// <summary>Whether these tests may install system packages.</summary>
    bool IsAdministrator { get; }

    /// <summary>An environment variable, or null when it is unset or empty.</summary>
    string? Variable(string name);

    /// <summary>Whether there is a file at this path.</summary>
    bool Exists(string path);

    /// <summary>Lets Playwright download its own Chromium; null when it did, else what went wrong.</summary>
    Task<string?> InstallPlaywrightsOwnAsync(TimeSpan limit);

    /// <summary>Runs a program to its end; null when it succeeded, else what went wrong.</summary>
    Task<string?> RunAsync(string program, IReadOnlyList<string> arguments, TimeSpan limit);
}
