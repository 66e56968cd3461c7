using PhantomNet.Exercises.Imaging.Step9Pipeline;
using PhantomNet.Networks.Inspection;

namespace PhantomNet.Exercises.Imaging.Tests.Step9Pipeline;

public sealed class OverlapTests
{
    private static readonly bool[] _mask = [true, true, false, false, false, false, false, false];

    [Fact]
    public void Mass_area_and_union_are_counted()
    {
        Overlap overlap = Overlap.Of(new SaliencyMap(2, 4, [3, 1, 2, -5, 0, 0, 2, 0]), _mask, cut: 0.5);
        Assert.Equal(4 / 8.0, overlap.MassShare);
        Assert.Equal(2 / 8.0, overlap.AreaShare);
        Assert.Equal(3, overlap.Kept); // 3, 2 and 2
        Assert.Equal(1 / 4.0, overlap.UnionShare);
        Assert.Equal(0.75 / (5 - 0.75), overlap.ChanceUnionShare, 1e-12);
    }

    [Fact]
    public void An_even_map_has_the_share_of_the_area() =>
        Assert.Equal(0.25, Overlap.Of(new SaliencyMap(2, 4, [1, 1, 1, 1, 1, 1, 1, 1]), _mask, 0.5).MassShare);

    [Fact]
    public void A_map_that_is_nowhere_positive_has_no_share()
    {
        Overlap overlap = Overlap.Of(new SaliencyMap(2, 4, [-1, 0, 0, 0, 0, 0, 0, 0]), _mask, 0.5);
        Assert.Null(overlap.MassShare);
        Assert.Null(overlap.UnionShare);
        Assert.Equal(0, overlap.Kept);
    }

    [Fact]
    public void Rank_correlation_is_one_for_the_same_order_and_minus_one_for_the_reverse()
    {
        Assert.Equal(1, RankCorrelation.Of([1, 2, 3, 9], [0, 5, 6, 7])!.Value, 1e-12);
        Assert.Equal(-1, RankCorrelation.Of([1, 2, 3, 9], [4, 3, 2, 1])!.Value, 1e-12);
        Assert.Null(RankCorrelation.Of([1, 2, 3], [5, 5, 5]));
    }

    // By hand: ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3.
    [Fact]
    public void Ties_share_their_mean_rank() =>
        Assert.Equal(4.5 / Math.Sqrt(4.5 * 5), RankCorrelation.Of([1, 2, 2, 3], [1, 2, 3, 4])!.Value, 1e-12);
}
