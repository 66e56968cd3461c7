using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using PhantomNet.Bench.Cases;
using PhantomNet.Browser.Tests.Setup;

namespace PhantomNet.Bench.Contest;

/// <summary>PyTorch, in a process of its own that answers line by line.</summary>
internal sealed class PythonContestant(string cases) : IContestant
{
    // The first is who works here; the second is the system's, which Debian's package belongs to.
    private static readonly string[] _programs = ["python3", "/usr/bin/python3"];
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);
    private Process? _process;

    public string Name => "PyTorch, native";

    /// <summary>Its version; null until it has loaded something.</summary>
    public string? Version { get; private set; }

    public async Task LoadAsync(BenchCase given)
    {
        if (_process is null)
        {
            string program =
                await FindAsync()
                ?? throw new ContestantException("No python3 here has the module torch (Debian: python3-torch).");
            _process = Process.Start(
                new ProcessStartInfo(program, [Repository.File("bench/PhantomNet.Bench/Peers/pytorch.py"), cases])
                {
                    UseShellExecute = false,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            )!;
            Version = await AskAsync<string>("version", new { });
        }

        await AskAsync<object>("load", new { name = given.Name });
    }

    public Task<double[]> LossesAsync(int steps) => AskAsync<double[]>("losses", new { steps });

    public Task<double[]> OutputsAsync(int count) => AskAsync<double[]>("outputs", new { count });

    public Task<double> TrainAsync(double ms) => AskAsync<double>("train", new { ms });

    public Task<double> PredictAsync(double ms, int batch) => AskAsync<double>("predict", new { ms, batch });

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close(); // it ends with its input
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private static async Task<string?> FindAsync()
    {
        foreach (string program in _programs)
        {
            ProgramResult result = await ProgramRun.RunAsync(
                program,
                ["-c", "import torch"],
                new Dictionary<string, string?>(StringComparer.Ordinal),
                TimeSpan.FromMinutes(1)
            );
            if (result.ExitCode == 0)
            {
                return program;
            }
        }

        return null;
    }

    private async Task<T> AskAsync<T>(string command, object arguments)
    {
        try
        {
            await _process!.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { command, arguments }, _options));
            await _process.StandardInput.FlushAsync();
            string line = await _process.StandardOutput.ReadLineAsync() ?? throw new ContestantException("It ended by itself.");
            JsonNode answer = JsonNode.Parse(line)!;
            return answer["error"] is { } error
                ? throw new ContestantException(error.GetValue<string>())
                : answer["result"].Deserialize<T>()!;
        }
        catch (Exception error) when (error is IOException or Win32Exception or JsonException)
        {
            throw new ContestantException(error.Message, error);
        }
    }
}
