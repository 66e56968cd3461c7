using PhantomNet.Networks.Specs;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Layers;

public sealed class PoolingLayerTests
{
    private static readonly float[] _grid = [1, 5, 2, 0, 3, 4, 8, 7, 9, 6, 1, 1, 0, 9, 1, 1];

    private static readonly Shape _shape = new(1, 4, 4);

    [Fact]
    public void Max_pooling_takes_the_largest_of_each_window() =>
        Assert.Equal([5, 8, 9, 1], Run(new MaxPoolingSpec(2), _shape, _grid));

    [Fact]
    public void Average_pooling_takes_the_mean_of_each_window() =>
        Assert.Equal([13 / 4f, 17 / 4f, 24 / 4f, 1], Run(new AveragePoolingSpec(2), _shape, _grid));

    [Fact]
    public void Of_equal_numbers_the_first_in_reading_order_wins()
    {
        int[] winners = new int[4];
        new MaxPoolingSpec(2).Winners(_shape, _grid, winners);
        Assert.Equal([1, 6, 8, 10], winners); // two nines at 8 and 13, four ones at 10, 11, 14, 15
    }

    [Fact]
    public void The_gradient_goes_to_one_winner_alone()
    {
        float[] gradient = new float[16];
        new MaxPoolingSpec(2).Build(_shape).Backward([], _grid, new float[4], [1, 2, 3, 4], gradient, [], batch: 1);
        Assert.Equal([0, 1, 0, 0, 0, 0, 2, 0, 3, 0, 4, 0, 0, 0, 0, 0], gradient);
    }

    [Fact]
    public void A_winner_of_several_windows_gets_the_gradient_of_each()
    {
        float[] gradient = new float[9];
        float[] peak = [0, 0, 0, 0, 9, 0, 0, 0, 0];
        new MaxPoolingSpec(2, 1)
            .Build(new Shape(1, 3, 3))
            .Backward([], peak, new float[4], [1, 2, 3, 4], gradient, [], batch: 1);
        Assert.Equal([0, 0, 0, 0, 10, 0, 0, 0, 0], gradient);
    }

    [Fact]
    public void Winners_of_each_channel_are_counted_through_the_whole_sample()
    {
        int[] winners = new int[2];
        new MaxPoolingSpec(2).Winners(new Shape(2, 2, 2), [1, 2, 4, 3, 8, 7, 6, 5], winners);
        Assert.Equal([2, 4], winners);
        AssertRefused(
            () => new MaxPoolingSpec(2).Winners(_shape, [1, 2], new int[4]),
            "2 numbers",
            "room for 4",
            "1×4×4",
            "needs 16 and 4"
        );
    }

    [Fact]
    public void The_average_shares_its_gradient_equally()
    {
        float[] gradient = new float[16];
        new AveragePoolingSpec(2).Build(_shape).Backward([], _grid, new float[4], [4, 8, 12, 16], gradient, [], batch: 1);
        Assert.Equal([1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4], gradient);
    }

    [Fact]
    public void Odd_sizes_lose_an_edge_and_its_gradient_is_zero()
    {
        Shape odd = new(1, 3, 3);
        float[] image = [1, 2, 100, 3, 4, 100, 100, 100, 100];
        Assert.Equal([4], Run(new MaxPoolingSpec(2), odd, image));
        Assert.Equal([2.5f], Run(new AveragePoolingSpec(2), odd, image));
        float[] gradient = [7, 7, 7, 7, 7, 7, 7, 7, 7];
        new MaxPoolingSpec(2).Build(odd).Backward([], image, [4], [1], gradient, [], batch: 1);
        Assert.Equal([0, 0, 0, 0, 1, 0, 0, 0, 0], gradient);
    }

    [Fact]
    public void A_NaN_is_not_hidden()
    {
        float[] broken = [1, float.NaN, 9, 2];
        Assert.True(float.IsNaN(Run(new MaxPoolingSpec(2), new Shape(1, 2, 2), broken)[0]));
        Assert.True(float.IsNaN(Run(new AveragePoolingSpec(2), new Shape(1, 2, 2), broken)[0]));
    }

    [Fact]
    public void A_pool_at_the_front_of_a_network_computes_no_input_gradient()
    {
        new MaxPoolingSpec(2).Build(_shape).Backward([], _grid, new float[4], new float[4], [], [], batch: 1);
        new AveragePoolingSpec(2).Build(_shape).Backward([], _grid, new float[4], new float[4], [], [], batch: 1);
    }

    private static float[] Run(LayerSpec spec, Shape shape, float[] input)
    {
        float[] output = new float[spec.OutputShape(shape).Length];
        spec.Build(shape).Forward([], input, output, batch: 1);
        return output;
    }
}
