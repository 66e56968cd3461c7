using PhantomNet.Exercises.Imaging.Step8Pooling;

namespace PhantomNet.Exercises.Imaging.Tests.Step8Pooling;

public sealed class GridPoolTests
{
    // Rows of the largest grid; the first window of 2×2 is a tie of two threes.
    private const string Tie = "0_1.1_3.7_3.8_2";

    [Fact]
    public void Of_a_tie_the_first_in_reading_order_wins_and_the_other_says_so()
    {
        GridPool grid = new(new PoolingState { Edits = Tie });
        Assert.Equal(3, grid.Output[0]);
        Assert.Equal(1, grid.WinnerOf(0));
        Assert.True(grid.IsWinner(1));
        Assert.True(grid.IsTied(6));
        Assert.False(grid.IsTied(1));
        Assert.False(grid.IsWinner(0));
    }

    [Fact]
    public void The_gradient_of_a_max_goes_to_its_winner_alone()
    {
        GridPool grid = new(new PoolingState { Edits = Tie, Gradients = "0_5" });
        Assert.Equal([0, 5, 0, 0], grid.SeenBy(0).Select(input => grid.InputGradient[input]));
        Assert.Equal(grid.OutputGradient.Sum(), grid.InputGradient.Sum());
    }

    [Fact]
    public void The_gradient_of_an_average_is_shared()
    {
        GridPool grid = new(new PoolingState { Kind = PoolKind.Average, Gradients = "0_-3" });
        Assert.All(grid.SeenBy(0), input => Assert.Equal(-0.75f, grid.InputGradient[input]));
        Assert.Equal(4, grid.SourcesOf(0).Count());
    }

    [Fact]
    public void A_number_that_wins_two_windows_gets_both_gradients()
    {
        GridPool grid = new(
            new PoolingState
            {
                Stride = 1,
                Edits = "0_-9.1_9.2_-9.7_-9.8_-9.9_-9",
                Gradients = "0_2.1_-5",
            }
        );
        Assert.Equal(1, grid.WinnerOf(0));
        Assert.Equal(1, grid.WinnerOf(1));
        Assert.Equal(-3, grid.InputGradient[1]);
    }

    [Theory]
    [InlineData(6, 2, 2, 3, 0)]
    [InlineData(7, 2, 2, 3, 13)]
    [InlineData(5, 2, 2, 2, 9)]
    [InlineData(6, 3, 3, 2, 0)]
    [InlineData(6, 3, 2, 2, 11)]
    [InlineData(6, 2, 1, 5, 0)]
    [InlineData(7, 3, 3, 2, 13)]
    [InlineData(6, 2, 3, 2, 20)]
    public void Sizes_follow_the_formula_and_what_is_in_no_window_has_no_gradient(
        int side,
        int window,
        int stride,
        int outputSide,
        int unseen
    )
    {
        GridPool grid = new(
            new PoolingState
            {
                Side = side,
                Window = window,
                Stride = stride,
                Kind = PoolKind.Average,
            }
        );
        Assert.Equal(((side - window) / stride) + 1, grid.OutputSide);
        Assert.Equal(outputSide, grid.OutputSide);
        Assert.Equal(unseen, grid.UnseenCount);
        Assert.Equal(unseen, grid.InputGradient.Count(value => value == 0));
        Assert.Equal(0, grid.Spec.ParameterCount);
    }

    [Fact]
    public void The_start_has_a_tie_to_look_at()
    {
        GridPool grid = new(PoolingState.Default);
        Assert.Equal(1, Enumerable.Range(0, grid.Input.Length).Count(grid.IsTied));
    }

    [Theory]
    [InlineData(224, "224 112 56 28 14 7", 224)]
    [InlineData(223, "223 111 55 27 13 6", 192)]
    [InlineData(200, "200 100 50 25 12 6", 192)]
    [InlineData(32, "32 16 8 4 2 1", 32)]
    public void Sides_halve_while_they_are_even(int side, string sides, int reached)
    {
        Halving halving = new(side, PoolKind.Max);
        Assert.Equal(sides, string.Join(' ', halving.Sides));
        Assert.Equal(reached, halving.Reached(Halving.Most));
        Assert.Equal(1024, halving.SeenBy(Halving.Most, 0, 0) is var seen ? seen.Height * seen.Width : 0);
    }

    [Fact]
    public void A_pool_in_strips_is_the_pool_in_one()
    {
        float[] image = [.. Enumerable.Range(0, 37 * 37).Select(i => (float)(i * 7919 % 101))];
        float[] pooled = new StripPool(PoolKind.Max, 2, image, 37).Finish();
        Assert.Equal(18 * 18, pooled.Length);
        for (int i = 0; i < pooled.Length; i++)
        {
            int corner = (i / 18 * 2 * 37) + (i % 18 * 2);
            Assert.Equal(new[] { image[corner], image[corner + 1], image[corner + 37], image[corner + 38] }.Max(), pooled[i]);
        }
    }
}
