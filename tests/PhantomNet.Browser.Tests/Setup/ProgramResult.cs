namespace PhantomNet.Browser.Tests.Setup;

/// <summary>What came of running a program.</summary>
/// <param name="ExitCode">0 for success; −1 when it was stopped at its time limit.</param>
/// <param name="Output">Both of its streams, line by line as they came.</param>
public sealed record ProgramResult(int ExitCode, IReadOnlyList<string> Output)
{
    /// <summary>Its last words.</summary>
    public string Tail(int lines) => $"exit code {ExitCode}. {string.Join(Environment.NewLine, Output.TakeLast(lines))}";
}
