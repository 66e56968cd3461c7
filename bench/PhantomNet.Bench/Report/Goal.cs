namespace PhantomNet.Bench.Report;

/// <summary>What was aimed at, and what came of it.</summary>
/// <param name="Text">In words.</param>
/// <param name="Wanted">The number.</param>
/// <param name="IsLeast">Whether more is better.</param>
/// <param name="Reached">What was measured; null where it couldn't be.</param>
internal sealed record Goal(string Text, double Wanted, bool IsLeast, double? Reached)
{
    public bool? IsMet =>
        Reached is not { } reached ? null
        : IsLeast ? reached >= Wanted
        : reached <= Wanted;
}
