using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Step3Activations;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Tests.Step3Activations;

public sealed class GradientChainTests
{
    // Ten factors, each rounded to float32; near saturation 1 − a loses digits.
    private const double Relative = 2e-3;

    [Theory]
    [InlineData(0, "0.250")]
    [InlineData(2, "0.105")]
    [InlineData(5, "0.00665")]
    [InlineData(10, "4.54e−5")]
    public void The_slope_of_the_sigmoid_is_as_written(double z, string slope) =>
        Assert.Equal(slope, Written.Significant(Activation.Sigmoid.Derivative((float)z)));

    [Theory]
    [InlineData(Activation.Sigmoid, 0, 1)]
    [InlineData(Activation.Sigmoid, 5, 3)]
    [InlineData(Activation.Tanh, 2, 1)]
    [InlineData(Activation.Tanh, -1, 1.5)]
    [InlineData(Activation.ReLU, 2, 0.5)]
    [InlineData(Activation.LeakyReLU, -2, 1)]
    [InlineData(Activation.Identity, 7, 2)]
    public void Backward_gives_the_product_of_slopes_and_weights(Activation function, double z, double weight)
    {
        GradientChain chain = new(function, z, weight);
        double product = 1;
        for (int layer = 0; layer < GradientChain.Depth; layer++)
        {
            (double value, double slope) = InDouble(function, z);
            product *= slope * (layer == 0 ? 1 : weight);
            z = weight * value;
        }

        Assert.Equal(1, chain.AtFirst / product, Relative);
    }

    [Fact]
    public void ReLU_and_linear_let_all_of_it_through_above_zero()
    {
        Assert.Equal(1, new GradientChain(Activation.ReLU, 2, 1).AtFirst);
        Assert.Equal(1, new GradientChain(Activation.Identity, 2, 1).AtFirst);
    }

    [Theory]
    [InlineData(Activation.ReLU, -2)]
    [InlineData(Activation.Step, 3)]
    public void Where_the_slope_is_zero_nothing_arrives(Activation function, double z) =>
        Assert.Equal(0, new GradientChain(function, z, 1).AtFirst);

    [Fact]
    public void Through_ten_sigmoids_less_than_a_millionth_arrives() =>
        Assert.InRange(new GradientChain(Activation.Sigmoid, 0, 1).AtFirst, 1e-7, 9.6e-7);

    private static (double Value, double Slope) InDouble(Activation function, double z) =>
        function switch
        {
            Activation.Sigmoid => (1 / (1 + Math.Exp(-z)), Math.Exp(-z) / Math.Pow(1 + Math.Exp(-z), 2)),
            Activation.Tanh => (Math.Tanh(z), 1 - Math.Pow(Math.Tanh(z), 2)),
            Activation.ReLU => z > 0 ? (z, 1) : (0, 0),
            Activation.LeakyReLU => z > 0 ? (z, 1) : (0.01 * z, 0.01),
            _ => (z, 1),
        };
}
