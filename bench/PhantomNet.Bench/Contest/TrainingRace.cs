using PhantomNet.Bench.Cases;
using PhantomNet.Bench.Report;

namespace PhantomNet.Bench.Contest;

/// <summary>Case 1: who trains the convolutional network fastest.</summary>
internal static class TrainingRace
{
    public static async Task<CaseResult> RunAsync(
        BenchCase given,
        IOurs ours,
        IEnumerable<IContestant> peers,
        params GoalAgainst[] goals
    )
    {
        Lineup lineup = await Lineup.OfTrainersAsync(given, ours, peers);
        IReadOnlyList<Measurement> measured = await Race.RunAsync(
            lineup.Ready.Select(one => new Entrant(one.Name, "samples/s", () => one.TrainAsync(Race.RoundMs)))
        );
        return new CaseResult(
            $"1. Training on 28 × 28, batch {given.Settings.BatchSize}, {given.Settings.Optimizer.Name}",
            [.. measured, .. lineup.Absent],
            lineup.Checks,
            [.. goals.Select(goal => goal.Judge("training", measured))]
        );
    }
}
