using PhantomNet.Bench.Cases;
using PhantomNet.Bench.Report;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Bench.Contest;

/// <summary>Case 3: small networks on points of the plane.</summary>
internal static class PlaneRace
{
    public const string StandIn = "stand-in for TensorFlow Playground";
    private const double Times = 50;

    public static async Task<CaseResult> RunAsync(BenchCase given, IOurs ours, IEnumerable<IContestant> peers)
    {
        Lineup lineup = await Lineup.OfTrainersAsync(given, ours, peers);
        IReadOnlyList<Measurement> measured = await Race.RunAsync(
            lineup.Ready.Select(one => new Entrant(
                one.Name,
                "µs/epoch",
                async () => 1e6 * given.Count / await one.TrainAsync(Race.RoundMs)
            ))
        );
        double? ratio = measured.FirstOrDefault(one => one.Contestant == StandIn)?.Median / measured[0].Median;
        return new CaseResult(
            $"3. An epoch of {given.Count} points, {Short(given)}, batch {given.Settings.BatchSize}",
            [.. measured, .. lineup.Absent],
            lineup.Checks,
            ratio is null ? [] : [new Goal($"{Short(given)}: ours to the {StandIn}", Times, IsLeast: true, ratio)]
        );
    }

    // As 2-4-2-1 tanh.
    private static string Short(BenchCase given)
    {
        DenseSpec[] dense = [.. given.Spec.Layers.OfType<DenseSpec>()];
        string function = given.Spec.Layers.OfType<ActivationSpec>().First().Name;
        return $"{given.Spec.Input.Length}-{string.Join('-', dense.Select(layer => layer.Units))} {function}";
    }
}
