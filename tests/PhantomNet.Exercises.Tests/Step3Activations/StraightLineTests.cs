using PhantomNet.Exercises.Step3Activations;

namespace PhantomNet.Exercises.Tests.Step3Activations;

public sealed class StraightLineTests
{
    // The samples are float32 of order 1.
    private const double Rounding = 1e-6;

    private static readonly float[] X = [.. Enumerable.Range(-100, 201).Select(i => i / 100f)]; // −1 to 1

    [Fact]
    public void The_best_line_for_a_parabola_is_level_at_one_half() =>
        AssertBest(x => x * x, slope: 0, intercept: 0.5, distance: 0.5);

    [Fact]
    public void The_best_line_for_the_absolute_value_is_level_at_one_half() =>
        AssertBest(MathF.Abs, slope: 0, intercept: 0.5, distance: 0.5);

    // Chebyshev: x³ − ¾x = T₃(x)/4 has its extremes ±¼ in turn.
    [Fact]
    public void The_best_line_for_a_cube_has_slope_three_quarters() =>
        AssertBest(x => x * x * x, slope: 0.75, intercept: 0, distance: 0.25);

    // ReLU = (x + |x|)/2.
    [Fact]
    public void The_best_line_for_a_ReLU_is_a_quarter_away() =>
        AssertBest(x => MathF.Max(0, x), slope: 0.5, intercept: 0.25, distance: 0.25);

    [Fact]
    public void A_line_is_its_own_best_line() => AssertBest(x => (3 * x) - 2, slope: 3, intercept: -2, distance: 0);

    [Fact]
    public void No_other_line_is_closer()
    {
        float[] y = [.. X.Select(x => MathF.Tanh(3 * x) + (0.3f * MathF.Sin(5 * x)))];
        (StraightLine line, double distance) = StraightLine.Minimax(X, y);
        for (int i = 0; i < 8; i++)
        {
            double angle = i * Math.PI / 4;
            StraightLine other = new(line.Slope + (0.01 * Math.Cos(angle)), line.Intercept + (0.01 * Math.Sin(angle)));
            Assert.True(X.Zip(y, (x, v) => Math.Abs(v - other.At(x))).Max() > distance);
        }
    }

    // Over −1 to 1 the mean of x² is 1/3 and that of x⁴ is 1/5, so the error is 1/5 − 1/9 = 4/45; the sum over samples is near it.
    [Fact]
    public void Least_squares_of_a_parabola_is_level_at_its_mean()
    {
        float[] y = [.. X.Select(x => x * x)];
        (StraightLine line, double error) = StraightLine.LeastSquares(X, y);
        Assert.Equal(0, line.Slope, Rounding);
        Assert.Equal(y.Average(), line.Intercept, Rounding);
        Assert.Equal(4 / 45.0, error, 0.003);
    }

    [Fact]
    public void Least_squares_of_a_line_has_no_error()
    {
        (StraightLine line, double error) = StraightLine.LeastSquares(X, [.. X.Select(x => (2 * x) + 1)]);
        Assert.Equal(2, line.Slope, Rounding);
        Assert.Equal(1, line.Intercept, Rounding);
        Assert.Equal(0, error, Rounding);
    }

    private static void AssertBest(Func<float, float> f, double slope, double intercept, double distance)
    {
        (StraightLine line, double found) = StraightLine.Minimax(X, [.. X.Select(f)]);
        Assert.Equal(slope, line.Slope, 1e-4);
        Assert.Equal(intercept, line.Intercept, 1e-4);
        Assert.Equal(distance, found, 1e-4);
    }
}
