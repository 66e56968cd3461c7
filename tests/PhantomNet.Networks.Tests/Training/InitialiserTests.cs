using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Tests.Training;

public sealed class InitialiserTests
{
    // 200 inputs to 100 units: 20,000 weights, whose sample variance is within 3 % of the true one for any likely seed.
    private const double VarianceShare = 0.03;

    public static TheoryData<Activation, Initialisation, double> Variances =>
        new()
        {
            { Activation.ReLU, Initialisation.ByActivation, 2.0 / 200 },
            { Activation.LeakyReLU, Initialisation.ByActivation, 2.0 / 200 },
            { Activation.Tanh, Initialisation.ByActivation, 2.0 / 300 },
            { Activation.Sigmoid, Initialisation.ByActivation, 2.0 / 300 },
            { Activation.Tanh, Initialisation.He, 2.0 / 200 },
            { Activation.ReLU, Initialisation.Xavier, 2.0 / 300 },
        };

    [Theory]
    [MemberData(nameof(Variances))]
    public void Weights_have_the_variance_and_the_limit_of_their_scheme(
        Activation function,
        Initialisation scheme,
        double variance
    )
    {
        NetworkSpec spec = new(Shape.Vector(200), Loss.MeanSquaredError, new DenseSpec(100), new ActivationSpec(function));
        ParameterBlock block = spec.ParameterBlocks().Single();
        float[] parameters = Initialiser.Parameters(spec, seed: 5, scheme);
        float[] weights = parameters[block.Weights];
        double limit = Math.Sqrt(3 * variance); // a uniform number within ±a has the variance a² / 3
        Assert.All(weights, weight => Assert.InRange(Math.Abs((double)weight), 0, limit * (1 + Tolerance.Float)));
        Assert.InRange(weights.Max(), 0.99 * limit, limit * (1 + Tolerance.Float));
        Assert.Equal(variance, weights.Average(weight => (double)weight * weight), VarianceShare * variance);
        Assert.All(parameters[block.Biases], bias => Assert.Equal(0, bias));
    }

    [Fact]
    public void Each_layer_is_scaled_by_its_own_fan_in()
    {
        NetworkSpec spec = new(
            Shape.Vector(2),
            Loss.BinaryCrossEntropy,
            new DenseSpec(50),
            new ActivationSpec(Activation.Tanh),
            new DenseSpec(1)
        );
        float[] parameters = Initialiser.Parameters(spec, seed: 1);
        ParameterBlock[] blocks = [.. spec.ParameterBlocks()];
        Assert.All(
            blocks,
            block =>
            {
                int fans =
                    spec.Layers[block.Layer].FanIn(spec.InputOf(block.Layer))
                    + spec.Layers[block.Layer].FanOut(spec.InputOf(block.Layer));
                Assert.InRange(parameters[block.Weights].Max(Math.Abs), 0.9 * Math.Sqrt(6.0 / fans), Math.Sqrt(6.0 / fans));
            }
        );
    }

    // 50 filters of 16 × 5 × 5 weights: 20,000 again.
    [Theory]
    [InlineData(Activation.ReLU, 2.0 / 400)]
    [InlineData(Activation.Tanh, 2.0 / (400 + 1250))]
    public void A_convolution_is_scaled_by_what_its_kernels_span_whatever_pool_comes_between(Activation next, double variance)
    {
        NetworkSpec spec = new(
            new Shape(16, 8, 8),
            Loss.MeanSquaredError,
            new ConvolutionSpec(50, 5),
            new MaxPoolingSpec(2),
            new ActivationSpec(next)
        );
        ParameterBlock block = spec.ParameterBlocks().Single();
        float[] parameters = Initialiser.Parameters(spec, seed: 5);
        Assert.Equal(20_000, block.WeightCount);
        Assert.Equal(variance, parameters[block.Weights].Average(weight => (double)weight * weight), VarianceShare * variance);
        Assert.Equal(Math.Sqrt(3 * variance), parameters[block.Weights].Max(Math.Abs), 0.01 * Math.Sqrt(3 * variance));
        Assert.All(parameters[block.Biases], bias => Assert.Equal(0, bias));
    }

    [Fact]
    public void A_seed_gives_the_same_bits_again_and_another_seed_gives_others()
    {
        NetworkSpec spec = new(
            Shape.Vector(4),
            Loss.BinaryCrossEntropy,
            new DenseSpec(8),
            new ActivationSpec(Activation.ReLU),
            new DenseSpec(1)
        );
        float[] first = Initialiser.Parameters(spec, seed: 1);
        Assert.Equal(first, Initialiser.Parameters(spec, seed: 1));
        Assert.NotEqual(first, Initialiser.Parameters(spec, seed: 2));
    }
}
