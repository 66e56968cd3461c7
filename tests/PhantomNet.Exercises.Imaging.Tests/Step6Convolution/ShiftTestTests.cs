using PhantomNet.Exercises.Imaging.Step6Convolution;

namespace PhantomNet.Exercises.Imaging.Tests.Step6Convolution;

public sealed class ShiftTestTests
{
    private const int Side = 20;
    private static readonly float[] Weights = KernelWeights.Of(KernelKind.Random, seed: 1);

    // Not periodic in rows or columns, so that no move looks like another.
    private static readonly float[] Image = [.. Enumerable.Range(0, Side * Side).Select(i => MathF.Sin(i * i))];

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-3, 2)]
    [InlineData(7, -12)]
    public void Inside_both_ways_agree_to_the_last_bit(int right, int down)
    {
        ShiftTest test = new(Image, Side, Weights, stride: 1, right, down);
        Assert.Equal(0, test.Best.Inside);
        Assert.Equal((right, down), (test.Best.Right, test.Best.Down));
        Assert.Equal((Side - 2 - Math.Abs(right)) * (Side - 2 - Math.Abs(down)), test.Best.PlacesInside);
        Assert.True(test.IsWhole);
    }

    [Fact]
    public void Borders_and_single_places_do_change()
    {
        ShiftTest test = new(Image, Side, Weights, stride: 1, right: 2, down: 1);
        Assert.True(test.Best.AtBorders > 0.1);
        Assert.True(test.SamePlace > 0.1);
    }

    [Fact]
    public void Without_a_move_nothing_changes()
    {
        ShiftTest test = new(Image, Side, Weights, stride: 1, right: 0, down: 0);
        Assert.Equal((0.0, 0.0, 0.0), (test.Best.Inside, test.Best.AtBorders, test.SamePlace));
    }

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(3, 2, false)]
    [InlineData(2, 0, true)]
    [InlineData(-4, 6, true)]
    public void Stride_2_agrees_after_even_moves_alone(int right, int down, bool agrees)
    {
        ShiftTest test = new(Image, Side, Weights, stride: 2, right, down);
        Assert.Equal(agrees, test.IsWhole);
        Assert.Equal(agrees, test.Best.Inside == 0);
    }

    [Fact]
    public void What_comes_in_from_outside_is_black()
    {
        ShiftTest test = new(Image, Side, Weights, stride: 1, right: 3, down: 0);
        Assert.Equal(0, test.Moved[2]);
        Assert.Equal(Image[0], test.Moved[3]);
    }
}
