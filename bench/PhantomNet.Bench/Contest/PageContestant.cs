using System.Text.Json;
using Microsoft.Playwright;
using PhantomNet.Bench.Cases;

namespace PhantomNet.Bench.Contest;

/// <summary>A script in a page of its own, on that page's thread.</summary>
internal sealed class PageContestant(IBrowser browser, string site, string name, string module, string? backend = null) : IOurs
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);
    private IPage? _page;

    public string Name => name;

    public async Task LoadAsync(BenchCase given)
    {
        if (_page is null)
        {
            _page = await browser.NewPageAsync();
            await _page.GotoAsync($"{site}contestant.html?module={module}");
            await _page.WaitForFunctionAsync("() => window.contestant");
        }

        await AskAsync<object>("load", new { name = given.Name, backend });
    }

    public Task<double[]> LossesAsync(int steps) => AskAsync<double[]>("losses", new { steps });

    public Task<double[]> OutputsAsync(int count) => AskAsync<double[]>("outputs", new { count });

    public Task<double> TrainAsync(double ms) => AskAsync<double>("train", new { ms });

    public Task<double> PredictAsync(double ms, int batch) => AskAsync<double>("predict", new { ms, batch });

    public Task<double> TimeAsync(double ms, string function) => AskAsync<double>("time", new { ms, name = function });

    public Task<double> PeakAsync(double ms, PeakModule module) => AskAsync<double>("peak", new { ms, file = module.File });

    public async ValueTask DisposeAsync()
    {
        if (_page is not null)
        {
            await _page.CloseAsync();
        }
    }

    private async Task<T> AskAsync<T>(string command, object arguments)
    {
        try
        {
            // As text: numbers of a browser come back as they are written.
            string answer = await _page!.EvaluateAsync<string>(
                "async ([command, given]) => JSON.stringify(await window.contestant[command](JSON.parse(given)) ?? null)",
                new[] { command, JsonSerializer.Serialize(arguments, _options) }
            );
            return JsonSerializer.Deserialize<T>(answer)!;
        }
        catch (PlaywrightException error)
        {
            throw new ContestantException(error.Message.Split('\n')[0].Trim(), error);
        }
    }
}
