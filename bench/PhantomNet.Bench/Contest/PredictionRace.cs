using PhantomNet.Bench.Cases;
using PhantomNet.Bench.Report;

namespace PhantomNet.Bench.Contest;

/// <summary>Case 2: who predicts fastest, everyone with the number of samples at once that suits it best.</summary>
internal static class PredictionRace
{
    private const double TrialMs = 120;
    private static readonly int[] _batches = [1, 8, 32, 128, 256, 1024];

    public static async Task<CaseResult> RunAsync(BenchCase given, IOurs ours, IEnumerable<IContestant> peers)
    {
        Lineup lineup = await Lineup.OfPredictorsAsync(given, ours, peers);
        List<Entrant> entrants = [];
        List<Measurement> absent = [.. lineup.Absent];
        foreach (IContestant one in lineup.Ready)
        {
            try
            {
                int best = await BestBatchAsync(one);
                entrants.Add(new Entrant(one.Name, "samples/s", () => one.PredictAsync(Race.RoundMs, best), $"{best} at once"));
            }
            catch (ContestantException error)
            {
                absent.Add(new Measurement(one.Name, "", [], error.Message));
            }
        }

        IReadOnlyList<Measurement> measured = await Race.RunAsync(entrants);
        return new CaseResult(
            "2. Predicting with the same network",
            [.. measured, .. absent],
            lineup.Checks,
            [new GoalAgainst(null, 2).Judge("predicting", measured)]
        );
    }

    private static async Task<int> BestBatchAsync(IContestant one)
    {
        await one.PredictAsync(2 * TrialMs, 32); // to warm up
        List<(double Rate, int Batch)> tried = [];
        foreach (int batch in _batches)
        {
            tried.Add((await one.PredictAsync(TrialMs, batch), batch));
        }

        return tried.Max().Batch;
    }
}
