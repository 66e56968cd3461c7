using PhantomNet.Exercises.Step3Activations;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Tests.Step3Activations;

public sealed class LayerStackTests
{
    // 100 roundings of numbers of order 3: 100 × 3 × 6e−8.
    private const double HundredRoundings = 2e-5;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(30)]
    [InlineData(100)]
    public void Linear_layers_are_the_line_that_they_multiply_out_to(int layers)
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            LayerStack stack = new(layers, Activation.Identity, seed);
            Assert.All(stack.X.Zip(stack.Output), at => Assert.Equal(stack.Product.At(at.First), at.Second, HundredRoundings));
            Assert.InRange(stack.LargestDifference, 0, HundredRoundings);
            Assert.InRange(Math.Abs(stack.Product.Slope), 0.05, 20);
        }
    }

    [Fact]
    public void Engine_and_product_are_shown_to_the_digits_in_which_they_agree()
    {
        LayerStack stack = new(100, Activation.Identity, seed: 1);
        Assert.InRange(stack.AgreeingDecimals, 3, 7);
        string format = "F" + stack.AgreeingDecimals;
        Assert.All(stack.Rows, row => Assert.Equal(row.Product.ToString(format), ((double)row.Engine).ToString(format)));
    }

    [Fact]
    public void A_deeper_stack_starts_with_the_same_layers()
    {
        StraightLine one = new LayerStack(1, Activation.Identity, seed: 6).Product;
        StraightLine two = new LayerStack(2, Activation.Identity, seed: 6).Product;
        double secondWeight = two.Slope / one.Slope;
        Assert.InRange(secondWeight, 0.9, 1.1);
        Assert.InRange(two.Intercept - (secondWeight * one.Intercept), -0.2, 0.2);
    }

    [Theory]
    [InlineData(Activation.ReLU, 100)]
    [InlineData(Activation.LeakyReLU, 100)]
    [InlineData(Activation.Tanh, 10)]
    [InlineData(Activation.Sigmoid, 3)]
    public void With_an_activation_between_them_they_are_no_line(Activation function, int layers) =>
        Assert.True(new LayerStack(layers, function, seed: 1).Distance > 0.01);

    [Fact]
    public void A_hundred_sigmoids_let_nothing_of_the_input_through() =>
        Assert.InRange(new LayerStack(100, Activation.Sigmoid, seed: 1).Spread, 0, 1e-6);
}
