namespace PhantomNet.Bench.Report;

/// <summary>One case with everyone's measurements, what was checked, and its goals.</summary>
internal sealed record CaseResult(
    string Title,
    IReadOnlyList<Measurement> Measurements,
    IReadOnlyList<string> Checks,
    IReadOnlyList<Goal> Goals
)
{
    /// <summary>Whether the first measurement is ours and the others of the same unit are those of peers.</summary>
    public bool IsContest { get; init; } = true;
}
