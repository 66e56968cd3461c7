using PhantomNet.Bench.Cases;
using PhantomNet.Bench.Report;

namespace PhantomNet.Bench.Contest;

/// <summary>Case 6: how the time of training grows.</summary>
internal static class GrowthSeries
{
    private const double Ms = 150;
    private const int Rounds = 5;

    public static async Task<IReadOnlyList<GrowthResult>> RunAsync(IOurs ours)
    {
        List<GrowthResult> results = [];
        foreach (GrowthCase grown in BenchCases.Growth)
        {
            await ours.LoadAsync(grown.Case);
            await ours.TrainAsync(Ms);
            List<double> rounds = [];
            for (int round = 0; round < Rounds; round++)
            {
                rounds.Add(1e6 / await ours.TrainAsync(Ms));
            }

            results.Add(new GrowthResult($"{grown.Series}", grown.Value, grown.Case.Spec.MultiplyAdds, rounds));
        }

        return results;
    }
}
