using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Tests.Shared;

public sealed class ChartAxisTests
{
    [Fact]
    public void Ticks_are_round_and_within_the_range()
    {
        ChartAxis axis = new("z", -5, 5);
        Assert.Equal("−4 −2 0 2 4", string.Join(' ', axis.Ticks().Select(tick => tick.Text)));
    }

    [Fact]
    public void Ticks_have_the_decimals_of_their_step()
    {
        ChartAxis axis = new("y", -0.2, 1.2);
        Assert.Equal("0.0 0.5 1.0", string.Join(' ', axis.Ticks().Select(tick => tick.Text)));
    }

    [Fact]
    public void A_logarithmic_axis_has_decades()
    {
        ChartAxis axis = ChartAxis.Around("loss", [0.003, 2, 0, double.NaN], logarithmic: true);
        Assert.Equal((0.001, 10.0), (axis.Min, axis.Max));
        Assert.Equal("10 1 0.1 0.01 1e−3", string.Join(' ', axis.Ticks().Select(tick => tick.Text)));
        Assert.Equal(0.5, axis.Fraction(0.1), 12);
    }

    [Fact]
    public void Around_values_it_ends_at_round_numbers()
    {
        ChartAxis axis = ChartAxis.Around("y", [-1.3, 0.2, 2.1, double.PositiveInfinity]);
        Assert.Equal((-2.0, 3.0), (axis.Min, axis.Max));
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { double.NaN })]
    [InlineData(new[] { 3.0, 3.0 })]
    public void It_has_a_range_whatever_the_values(double[] values)
    {
        ChartAxis axis = ChartAxis.Around("y", values);
        Assert.True(axis.Max > axis.Min);
        Assert.NotEmpty(axis.Ticks());
    }

    [Fact]
    public void Fraction_and_value_are_inverse()
    {
        ChartAxis axis = new("z", -5, 5);
        Assert.Equal(1.25, axis.At(axis.Fraction(1.25)), 12);
    }
}
