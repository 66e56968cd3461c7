using PhantomNet.Bench.Cases;
using PhantomNet.Bench.Report;

namespace PhantomNet.Bench.Contest;

/// <summary>Those who take part in a case, after they have shown that they compute the same as we do.</summary>
internal sealed class Lineup
{
    // Sums are made in other orders, in float32 and (ConvNetJS, the stand-in) in doubles.
    private const double Tolerance = 1e-4;
    private const int Steps = 5;
    private const int Samples = 8;

    private readonly List<IContestant> _ready = [];
    private readonly List<Measurement> _absent = [];
    private readonly List<string> _checks = [];

    /// <summary>Who can take part, ours first.</summary>
    public IReadOnlyList<IContestant> Ready => _ready;

    /// <summary>Who can't, and why.</summary>
    public IReadOnlyList<Measurement> Absent => _absent;

    /// <summary>What was compared, in words.</summary>
    public IReadOnlyList<string> Checks => _checks;

    /// <summary>Loads the case everywhere and compares the losses of the first minibatches.</summary>
    public static Task<Lineup> OfTrainersAsync(BenchCase given, IOurs ours, IEnumerable<IContestant> peers) =>
        FindAsync(
            given,
            [ours, .. peers],
            contestant => contestant.LossesAsync(Steps),
            $"{given.Name}: losses of the first {Steps} minibatches"
        );

    /// <summary>Loads the case everywhere and compares the outputs of the first samples.</summary>
    public static Task<Lineup> OfPredictorsAsync(BenchCase given, IOurs ours, IEnumerable<IContestant> peers)
    {
        int count = Math.Min(Samples, given.Count);
        return FindAsync(
            given,
            [ours, .. peers],
            contestant => contestant.OutputsAsync(count),
            $"{given.Name}: logits of the first {(count == 1 ? "sample" : $"{count} samples")}"
        );
    }

    private static async Task<Lineup> FindAsync(
        BenchCase given,
        IContestant[] all,
        Func<IContestant, Task<double[]>> answer,
        string what
    )
    {
        Lineup lineup = new();
        double[] ours = [];
        foreach (IContestant contestant in all)
        {
            try
            {
                await contestant.LoadAsync(given);
                double[] answers = await answer(contestant);
                if (contestant == all[0])
                {
                    ours = answers;
                }
                else
                {
                    lineup.Compare(contestant.Name, what, ours, answers);
                }

                lineup._ready.Add(contestant);
            }
            catch (ContestantException error)
            {
                lineup._absent.Add(new Measurement(contestant.Name, "", [], error.Message));
            }
        }

        return lineup;
    }

    private void Compare(string who, string what, double[] ours, double[] theirs)
    {
        double difference =
            ours.Length == theirs.Length
                ? ours.Zip(theirs, (a, b) => Math.Abs(a - b) / Math.Max(1, Math.Abs(a))).Max()
                : double.PositiveInfinity;
        if (!(difference <= Tolerance))
        {
            throw new ContestantException($"Computes something else: {what} differ by {difference:G2}.");
        }

        _checks.Add($"{what}: {who} agrees with ours within {difference:G2} (at most {Tolerance:G1}).");
    }
}
