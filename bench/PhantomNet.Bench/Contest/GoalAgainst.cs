using PhantomNet.Bench.Report;

namespace PhantomNet.Bench.Contest;

/// <summary>To be so many times as fast as a peer.</summary>
/// <param name="Peer">The peer's name; null for the best of all.</param>
/// <param name="Times">How many times.</param>
internal sealed record GoalAgainst(string? Peer, double Times)
{
    /// <summary>By medians of rates; ours comes first.</summary>
    public Goal Judge(string what, IReadOnlyList<Measurement> measured)
    {
        double[] peers =
        [
            .. measured.Skip(1).Where(one => Peer is null || one.Contestant == Peer).Select(one => one.Median).OfType<double>(),
        ];
        double? ratio = measured.Count > 0 && measured[0].Median is { } ours && peers.Length > 0 ? ours / peers.Max() : null;
        return new Goal($"{what}: ours to {Peer ?? "the best peer"}", Times, IsLeast: true, ratio);
    }
}
