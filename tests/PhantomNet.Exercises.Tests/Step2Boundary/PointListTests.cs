using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

public sealed class PointListTests
{
    // Coordinates are kept in steps of 0.002.
    private const double HalfAStep = 0.001 + 1e-12;

    [Fact]
    public void Points_come_back_to_half_a_step_and_what_comes_back_stays()
    {
        LabelledPoint[] points = PointSampler.Draw(PointShape.Moons, 240, 0.3, seed: 4);
        PointList list = PointList.Of(points);
        Assert.Equal(points.Length, list.Points.Count);
        for (int n = 0; n < points.Length; n++)
        {
            Assert.Equal(points[n].Label, list.Points[n].Label);
            Assert.Equal(Math.Clamp(points[n].X1, -1.296, 1.294), list.Points[n].X1, HalfAStep);
            Assert.Equal(Math.Clamp(points[n].X2, -1.296, 1.294), list.Points[n].X2, HalfAStep);
        }

        Assert.Equal(list, PointList.Of(list.Points));
        Assert.Equal(list, PointList.Read(list.ToString()));
        Assert.Equal(list.GetHashCode(), PointList.Read(list.ToString())!.GetHashCode());
    }

    [Fact]
    public void The_empty_list_is_a_dash()
    {
        Assert.Equal("-", PointList.Of([]).ToString());
        Assert.Empty(PointList.Read("-")!.Points);
        Assert.Equal(PointList.Of([]), PointList.Read("-"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("zzz")]
    [InlineData("2i0i0")]
    [InlineData("0I0I0")]
    [InlineData("0i0i")]
    [InlineData("\u0660i0i0")]
    public void A_text_without_a_point_in_it_is_no_list(string? text) => Assert.Null(PointList.Read(text));

    [Theory]
    [InlineData("0i0i0" + "2i0i0" + "1i0i1", "0i0i01i0i1")]
    [InlineData("0i0i0" + "1i0", "0i0i0")]
    [InlineData("0i0!0" + "1i0i0", "1i0i0")]
    public void A_malformed_point_is_left_out(string text, string kept) => Assert.Equal(kept, PointList.Read(text)!.ToString());

    [Fact]
    public void Three_hundred_points_are_kept_and_no_more()
    {
        LabelledPoint[] points = PointSampler.Draw(PointShape.Circle, 400, 0, seed: 1);
        PointList list = PointList.Of(points);
        Assert.Equal(PointList.MaxPoints, list.Points.Count);
        Assert.Equal(list, PointList.Of(points.Take(300)));
        Assert.Equal(PointList.MaxPoints, PointList.Read(string.Concat(Enumerable.Repeat("0i0i0", 1000)))!.Points.Count);
    }

    [Theory]
    [InlineData(double.PositiveInfinity, 1.294)]
    [InlineData(1e300, 1.294)]
    [InlineData(-1e12, -1.296)]
    [InlineData(0, 0)]
    public void A_point_far_out_is_put_on_the_edge(double coordinate, double kept) =>
        Assert.Equal(new LabelledPoint(kept, kept, 1), PointList.Of([new LabelledPoint(coordinate, coordinate, 1)]).Points[0]);

    [Fact]
    public void A_coordinate_that_is_no_number_does_not_throw() =>
        Assert.Single(PointList.Of([new LabelledPoint(double.NaN, 0, 0)]).Points);
}
