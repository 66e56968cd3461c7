using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Tests.Shared;

public sealed class ChartPathTests
{
    private static readonly ChartAxis Unit = new("", 0, 1);

    [Fact]
    public void A_path_runs_from_the_lower_left_to_the_upper_right() =>
        Assert.Equal("M0 10000L10000 0", ChartPath.Of([(0, 0), (1, 1)], Unit, Unit));

    [Fact]
    public void A_point_that_is_not_finite_breaks_the_line() =>
        Assert.Equal("M0 10000M10000 0", ChartPath.Of([(0, 0), (0.5, double.NaN), (1, 1)], Unit, Unit));

    [Fact]
    public void Values_beyond_all_bounds_stay_drawable() => Assert.Equal("M0 -90000", ChartPath.Of([(0, 1e300)], Unit, Unit));

    [Fact]
    public void Decimated_points_keep_their_peak_their_ends_and_their_order()
    {
        var points = Enumerable
            .Range(0, 5000)
            .Select(i =>
                (
                    (double)i,
                    i == 3210 ? 9.0
                    : i == 77 ? -9.0
                    : 0
                )
            )
            .ToArray();
        var kept = ChartPath.Decimate(points);
        Assert.InRange(kept.Count, 2, ChartPath.MaxPoints);
        Assert.Contains((3210.0, 9.0), kept);
        Assert.Contains((77.0, -9.0), kept);
        Assert.Equal((points[0], points[^1]), (kept[0], kept[^1]));
        Assert.Equal(kept.OrderBy(point => point.X), kept);
    }

    [Fact]
    public void Few_points_are_all_kept()
    {
        (double, double)[] points = [(0, 1), (2, 3)];
        Assert.Same(points, ChartPath.Decimate(points));
    }
}
