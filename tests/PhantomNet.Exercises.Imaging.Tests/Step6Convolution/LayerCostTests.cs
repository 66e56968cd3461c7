using PhantomNet.Exercises.Imaging.Step6Convolution;

namespace PhantomNet.Exercises.Imaging.Tests.Step6Convolution;

public sealed class LayerCostTests
{
    [Fact]
    public void The_small_image_takes_25088_weights_or_288()
    {
        LayerCost dense = LayerCost.Dense(channels: 1, side: 28, neurons: 32);
        LayerCost convolution = LayerCost.Convolution(channels: 1, side: 28, filters: 32);
        Assert.Equal((25_088, 25_120), (dense.Weights, dense.Parameters));
        Assert.Equal((288, 320), (convolution.Weights, convolution.Parameters));
    }

    [Fact]
    public void At_224_fewer_weights_take_more_arithmetic()
    {
        LayerCost dense = LayerCost.Dense(channels: 1, side: 224, neurons: 128);
        LayerCost convolution = LayerCost.Convolution(channels: 1, side: 224, filters: 32);
        Assert.Equal((6_422_528, 6_422_528), (dense.Weights, dense.MultiplyAdds));
        Assert.Equal((288, 14_450_688), (convolution.Weights, convolution.MultiplyAdds));
        Assert.Equal((1, 50_176), (dense.UsesOfEachWeight, convolution.UsesOfEachWeight));
        Assert.Equal(4 * (50_176 + 128), dense.ActivationBytes);
        Assert.Equal(4 * (50_176 + (32 * 50_176)), convolution.ActivationBytes);
    }

    [Fact]
    public void Filters_span_all_channels() =>
        Assert.Equal(18_432, LayerCost.Convolution(channels: 32, side: 224, filters: 64).Weights);

    [Fact]
    public void The_most_that_can_be_chosen_can_be_counted()
    {
        Assert.Equal(32 * 512 * 512 * 128, LayerCost.Dense(32, 512, 128).Weights);
        Assert.Equal(512L * 512 * 9 * 32 * 128, LayerCost.Convolution(32, 512, 128).MultiplyAdds);
    }
}
