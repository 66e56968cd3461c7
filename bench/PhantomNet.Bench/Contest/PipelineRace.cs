using PhantomNet.Bench.Cases;
using PhantomNet.Bench.Report;

namespace PhantomNet.Bench.Contest;

/// <summary>Case 4, its second half: the course's network, one image forward.</summary>
internal static class PipelineRace
{
    private const double Least = 0.5;
    private const double PeakMs = 150;

    public static async Task<CaseResult> RunAsync(BenchCase given, IOurs ours, IEnumerable<IContestant> peers)
    {
        Lineup lineup = await Lineup.OfPredictorsAsync(given, ours, peers);
        IReadOnlyList<Measurement> measured = await Race.RunAsync([
            .. lineup.Ready.Select(one => new Entrant(
                one.Name,
                "ms",
                async () => 1000 / await one.PredictAsync(Race.RoundMs, 1)
            )),
            .. PartsRace.Peaks(ours, PeakMs),
        ]);
        (measured, double peak) = PartsRace.WithPeak(measured);
        double reached = 2.0 * given.Spec.MultiplyAdds / (measured[0].Median!.Value * 1e6);
        return new CaseResult(
            "4. One image of 224 × 224 through the course's network",
            [.. measured, .. lineup.Absent],
            [
                .. lineup.Checks,
                $"One image of 224 × 224: {reached:F1} GFLOP/s of the peak of {peak:F1}, by the {given.Spec.MultiplyAdds:N0} multiply-adds "
                    + "that the spec counts; all of them are computed, those with zeros of a border too.",
            ],
            [new Goal("one image of 224 × 224: part of the peak", Least, IsLeast: true, reached / peak)]
        );
    }
}
