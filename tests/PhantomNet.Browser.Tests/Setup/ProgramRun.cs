using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace PhantomNet.Browser.Tests.Setup;

/// <summary>Runs another program and keeps what it says.</summary>
public static class ProgramRun
{
    /// <summary>Runs it to its end, or stops it with all its children at the limit.</summary>
    /// <param name="program">Its path, or a name on the search path.</param>
    /// <param name="arguments">Unquoted.</param>
    /// <param name="environment">Variables to set, or to remove when null.</param>
    /// <param name="limit">How long it may take.</param>
    public static async Task<ProgramResult> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?> environment,
        TimeSpan limit
    )
    {
        ProcessStartInfo start = new(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in environment)
        {
            start.Environment.Remove(name);
            if (value is not null)
            {
                start.Environment[name] = value;
            }
        }

        ConcurrentQueue<string> lines = new();
        using Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, e) => Keep(lines, e.Data);
        process.ErrorDataReceived += (_, e) => Keep(lines, e.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            return new ProgramResult(-1, [error.Message]);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using CancellationTokenSource late = new(limit);
        try
        {
            await process.WaitForExitAsync(late.Token);
            return new ProgramResult(process.ExitCode, [.. lines]);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new ProgramResult(-1, [.. lines, $"Stopped after {limit.TotalMinutes:0} minutes."]);
        }
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
