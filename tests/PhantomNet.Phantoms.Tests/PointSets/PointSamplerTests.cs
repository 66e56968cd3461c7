using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Phantoms.Tests.PointSets;

public sealed class PointSamplerTests
{
    private const int Many = 2000;

    // Coordinates come from one sine or cosine and a few products of numbers below 1.
    private const double Rounding = 1e-12;

    public static TheoryData<PointShape> Shapes => [.. Enum.GetValues<PointShape>()];

    [Theory, MemberData(nameof(Shapes))]
    public void Half_of_the_points_are_of_each_class_in_turn(PointShape shape) =>
        Assert.All(
            PointSampler.Draw(shape, 120, 0.05, seed: 7).Select((point, n) => (point, n)),
            drawn => Assert.Equal(drawn.n % 2, drawn.point.Label)
        );

    [Theory, MemberData(nameof(Shapes))]
    public void The_same_seed_and_stream_give_the_same_points(PointShape shape) =>
        Assert.Equal(PointSampler.Draw(shape, 120, 0.05, 7, 3), PointSampler.Draw(shape, 120, 0.05, 7, 3));

    [Theory, MemberData(nameof(Shapes))]
    public void Another_seed_or_stream_gives_other_points(PointShape shape)
    {
        LabelledPoint[] points = PointSampler.Draw(shape, 120, 0.05, seed: 7);
        Assert.Empty(points.Intersect(PointSampler.Draw(shape, 120, 0.05, seed: 8)));
        Assert.Empty(points.Intersect(PointSampler.Draw(shape, 120, 0.05, seed: 7, stream: 1)));
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Without_noise_every_point_lies_on_the_plane_that_is_shown(PointShape shape) =>
        Assert.All(
            Draw(shape),
            point =>
            {
                Assert.InRange(point.X1, -0.95, 0.95);
                Assert.InRange(point.X2, -0.95, 0.95);
            }
        );

    [Fact]
    public void A_gap_of_0_12_on_either_side_parts_the_linear_classes() =>
        Assert.All(
            Draw(PointShape.Linear),
            point =>
            {
                double side = (point.X1 + point.X2) / Math.Sqrt(2);
                Assert.True(point.Label == 1 ? side > 0.12 : side < -0.12, $"{point} lies {side} from the line.");
            }
        );

    [Fact]
    public void The_circle_is_a_disc_in_a_ring() =>
        Assert.All(
            Draw(PointShape.Circle),
            point =>
            {
                double radius = double.Hypot(point.X1, point.X2);
                (double inner, double outer) = point.Label == 1 ? (0.0, 0.5) : (0.7, 0.95);
                Assert.InRange(radius, inner - Rounding, outer + Rounding);
            }
        );

    [Fact]
    public void Disc_and_ring_are_uniform_in_area()
    {
        // Half of a disc's area lies within its radius over √2; of the ring's, within √((0.7² + 0.95²) / 2).
        LabelledPoint[] points = Draw(PointShape.Circle);
        double ring = Math.Sqrt(((0.7 * 0.7) + (0.95 * 0.95)) / 2);
        Expect.Share(0.5, points.Where(p => p.Label == 1).Select(p => double.Hypot(p.X1, p.X2) < 0.5 / Math.Sqrt(2)));
        Expect.Share(0.5, points.Where(p => p.Label == 0).Select(p => double.Hypot(p.X1, p.X2) < ring));
    }

    [Fact]
    public void The_moons_are_half_circles_that_reach_into_each_other() =>
        Assert.All(
            Draw(PointShape.Moons),
            point =>
            {
                double sign = point.Label == 0 ? 1 : -1;
                double right = (sign * point.X1) + 0.275;
                double up = (sign * point.X2) + 0.15;
                Assert.Equal(0.55, double.Hypot(right, up), Rounding);
                Assert.True(up >= -Rounding);
            }
        );

    [Fact]
    public void The_classes_of_xor_stand_at_opposite_corners_off_the_axes()
    {
        LabelledPoint[] points = Draw(PointShape.Xor);
        Assert.All(
            points,
            point =>
            {
                Assert.InRange(Math.Abs(point.X1), 0.1, 0.95);
                Assert.InRange(Math.Abs(point.X2), 0.1, 0.95);
                Assert.Equal(point.Label == 1, point.X1 * point.X2 > 0);
            }
        );
        Expect.Share(0.5, points.Where(point => point.Label == 0).Select(point => point.X1 > 0));
        Expect.Share(0.5, points.Where(point => point.Label == 1).Select(point => point.X1 > 0));
    }

    [Fact]
    public void The_arms_of_the_spiral_are_one_arm_and_its_half_turn() =>
        Assert.All(
            Draw(PointShape.Spiral),
            point =>
            {
                double sign = point.Label == 0 ? 1 : -1; // a half turn changes both signs
                double radius = double.Hypot(point.X1, point.X2);
                double angle = 1.25 * 2 * Math.PI * ((radius - 0.1) / 0.85);
                Assert.InRange(radius, 0.1 - Rounding, 0.95 + Rounding);
                Assert.Equal(sign * radius * Math.Sin(angle), point.X1, 20 * Rounding);
                Assert.Equal(sign * radius * Math.Cos(angle), point.X2, 20 * Rounding);
            }
        );

    [Fact]
    public void The_outer_half_of_an_arm_has_its_share_of_the_points() =>
        // Drawn by the root of a uniform number: a quarter of the points lie on the inner half of the radius' way.
        Expect.Share(0.25, Draw(PointShape.Spiral).Select(point => double.Hypot(point.X1, point.X2) < 0.1 + (0.85 / 2)));

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.3)]
    public void Noise_has_the_stated_standard_deviation_on_both_coordinates(double noise)
    {
        // A moon's points lie on a circle around (∓0.275, ∓0.15), so noise shows as the distance from the noiseless twin: the
        // sampler draws the same numbers for both, only scaled.
        LabelledPoint[] still = Draw(PointShape.Moons);
        LabelledPoint[] moved = PointSampler.Draw(PointShape.Moons, Many, noise, seed: 5);
        Expect.StandardNormal(moved.Zip(still, (m, s) => (m.X1 - s.X1) / noise));
        Expect.StandardNormal(moved.Zip(still, (m, s) => (m.X2 - s.X2) / noise));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-5)]
    public void Fewer_than_two_points_are_refused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(count),
            () => PointSampler.Draw(PointShape.Circle, count, 0, seed: 1)
        );

    [Theory]
    [InlineData(-0.01)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Noise_below_zero_or_not_finite_is_refused(double noise) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(noise),
            () => PointSampler.Draw(PointShape.Circle, 10, noise, seed: 1)
        );

    [Fact]
    public void A_shape_that_there_is_not_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("shape", () => PointSampler.Draw((PointShape)99, 10, 0, seed: 1));

    private static LabelledPoint[] Draw(PointShape shape) => PointSampler.Draw(shape, Many, noise: 0, seed: 5);
}
