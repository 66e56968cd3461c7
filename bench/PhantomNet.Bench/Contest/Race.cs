using PhantomNet.Bench.Report;

namespace PhantomNet.Bench.Contest;

/// <summary>Measures side by side: in each round everyone once, one after another, so that what disturbs the machine meets all.</summary>
internal static class Race
{
    public const int Rounds = 7;

    /// <summary>Milliseconds of one contestant's round.</summary>
    public const double RoundMs = 400;

    public static async Task<IReadOnlyList<Measurement>> RunAsync(IEnumerable<Entrant> entrants)
    {
        Entrant[] all = [.. entrants];
        List<double>[] rounds = [.. all.Select(_ => new List<double>())];
        string?[] failures = new string?[all.Length];
        for (int round = -1; round < Rounds; round++)
        {
            for (int i = 0; i < all.Length; i++)
            {
                if (failures[i] is not null)
                {
                    continue;
                }

                try
                {
                    double value = await all[i].RunAsync();
                    if (round >= 0) // the first is to warm up
                    {
                        rounds[i].Add(value);
                    }
                }
                catch (ContestantException error)
                {
                    failures[i] = error.Message;
                    rounds[i].Clear();
                }
            }
        }

        return [.. all.Select((one, i) => new Measurement(one.Name, one.Unit, rounds[i], failures[i] ?? one.Note))];
    }
}
