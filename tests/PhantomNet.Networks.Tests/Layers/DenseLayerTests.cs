using PhantomNet.Networks.Layers;

namespace PhantomNet.Networks.Tests.Layers;

public sealed class DenseLayerTests
{
    // W = [1 2 3; 4 5 6], b = [0.5, −0.5]: every number below is exact in float32.
    private static readonly float[] _parameters = [1, 2, 3, 4, 5, 6, 0.5f, -0.5f];

    [Fact]
    public void Forward_is_weights_times_input_plus_bias()
    {
        float[] output = new float[4];
        new DenseLayer(3, 2).Forward(_parameters, [1, 0, -1, 2, 1, 0.5f], output, batch: 2);
        Assert.Equal([-1.5f, -2.5f, 6, 15.5f], output);
    }

    [Fact]
    public void Backward_follows_the_chain_rule_by_hand()
    {
        float[] inputGradient = new float[3];
        float[] parameterGradient = new float[8];
        new DenseLayer(3, 2).Backward(
            _parameters,
            [1, 0, -1],
            [-1.5f, -2.5f],
            [2, -1],
            inputGradient,
            parameterGradient,
            batch: 1
        );
        Assert.Equal([2 - 4, 4 - 5, 6 - 6], inputGradient);
        Assert.Equal([2, 0, -2, -1, 0, 1, 2, -1], parameterGradient);
    }

    [Fact]
    public void Backward_overwrites_the_input_gradient_and_adds_to_the_parameter_gradient()
    {
        float[] inputGradient = [100, 100, 100];
        float[] parameterGradient = [10, 10, 10, 10, 10, 10, 10, 10];
        new DenseLayer(3, 2).Backward(
            _parameters,
            [1, 0, -1],
            [-1.5f, -2.5f],
            [2, -1],
            inputGradient,
            parameterGradient,
            batch: 1
        );
        Assert.Equal([-2, -1, 0], inputGradient);
        Assert.Equal([12, 10, 8, 9, 10, 11, 12, 9], parameterGradient);
    }

    [Fact]
    public void Backward_computes_no_input_gradient_where_none_is_asked_for()
    {
        float[] parameterGradient = new float[8];
        new DenseLayer(3, 2).Backward(_parameters, [1, 0, -1], [-1.5f, -2.5f], [2, -1], [], parameterGradient, batch: 1);
        Assert.Equal([2, 0, -2, -1, 0, 1, 2, -1], parameterGradient);
    }

    [Fact]
    public void Flatten_passes_numbers_on_in_their_order_both_ways()
    {
        FlattenLayer flatten = new(new Shape(1, 2, 2));
        float[] output = new float[8];
        flatten.Forward([], [1, 2, 3, 4, 5, 6, 7, 8], output, batch: 2);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], output);
        float[] inputGradient = new float[8];
        flatten.Backward([], output, output, [8, 7, 6, 5, 4, 3, 2, 1], inputGradient, [], batch: 2);
        Assert.Equal([8, 7, 6, 5, 4, 3, 2, 1], inputGradient);
    }
}
