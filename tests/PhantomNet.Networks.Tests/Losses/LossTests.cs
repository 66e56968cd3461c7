using FsCheck.Xunit;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Tests.Reference;
using PhantomNet.Randomness;

namespace PhantomNet.Networks.Tests.Losses;

public sealed class LossTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Binary_cross_entropy_of_a_zero_logit_is_ln_2(float target)
    {
        float[] gradient = new float[1];
        Assert.Equal(Math.Log(2), Loss.BinaryCrossEntropy.Evaluate([0], [target], gradient, batch: 1), Tolerance.Double);
        Assert.Equal(0.5f - target, gradient[0]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void Softmax_cross_entropy_of_zero_logits_is_ln_K(int classes)
    {
        float[] gradient = new float[classes];
        double loss = Loss.SoftmaxCrossEntropy.Evaluate(new float[classes], [1], gradient, batch: 1);
        Assert.Equal(Math.Log(classes), loss, Tolerance.Double);
        Assert.All(gradient, (g, k) => Assert.Equal((1.0 / classes) - (k == 1 ? 1 : 0), g, Tolerance.Float));
    }

    [Theory]
    [InlineData(1e4f, 1, 0, 0)]
    [InlineData(1e4f, 0, 1e4, 1)]
    [InlineData(-1e4f, 1, 1e4, -1)]
    [InlineData(-1e4f, 0, 0, 0)]
    public void Binary_cross_entropy_keeps_its_digits_at_extreme_logits(float z, float target, double loss, float gradient)
    {
        float[] given = new float[1];
        Assert.Equal(loss, Loss.BinaryCrossEntropy.Evaluate([z], [target], given, batch: 1));
        Assert.Equal(gradient, given[0]);
    }

    [Theory]
    [InlineData(1e4f, 0, 0)]
    [InlineData(1e4f, 1, 1e4)]
    [InlineData(-1e4f, 0, 1e4)]
    [InlineData(-1e4f, 1, 0)]
    public void Softmax_cross_entropy_keeps_its_digits_at_extreme_logits(float z, int label, double loss)
    {
        float[] gradient = new float[2];
        Assert.Equal(loss, Loss.SoftmaxCrossEntropy.Evaluate([z, 0], [label], gradient, batch: 1));
        int certain = z > 0 ? 0 : 1;
        float first = (certain == 0 ? 1 : 0) - (label == 0 ? 1 : 0);
        Assert.Equal([first, -first], gradient);
    }

    [Fact]
    public void Mean_squared_error_is_the_mean_over_outputs_and_samples()
    {
        float[] gradient = new float[4];
        double loss = Loss.MeanSquaredError.Evaluate([1, 2, 3, 5], [0, 2, 5, 1], gradient, batch: 2);
        Assert.Equal((1 + 0 + 4 + 16) / 4.0, loss);
        Assert.Equal([0.5f, 0, -1, 2], gradient);
    }

    [Property(MaxTest = 300)]
    public void Gradient_matches_finite_differences(int seed)
    {
        SeededRandom random = new(seed);
        foreach (Loss loss in Enum.GetValues<Loss>())
        {
            int length = loss == Loss.BinaryCrossEntropy ? 1 : 2 + random.NextInt(5);
            float[] outputs = [.. Enumerable.Range(0, length).Select(_ => (float)(3 * random.NextNormal()))];
            float[] target =
                loss == Loss.MeanSquaredError
                    ? [.. Enumerable.Range(0, length).Select(_ => (float)random.NextNormal())]
                    : [random.NextInt(Math.Max(2, length))];
            float[] gradient = new float[length];
            double value = loss.Evaluate(outputs, target, gradient, batch: 1);

            double[] z = NetworkCase.ToDouble(outputs);
            double[] t = NetworkCase.ToDouble(target);
            double expected = ReferenceNetwork.LossOf(loss, z, t);
            // The reference goes through probabilities and loses digits where one is near 1; 1e-9 is still far below float32.
            Assert.Equal(expected, value, 1e-9 * Math.Max(1, expected));
            Tolerance.AssertGradient(FiniteDifferences.Gradient(moved => ReferenceNetwork.LossOf(loss, moved, t), z), gradient);
        }
    }

    [Fact]
    public void Softmax_of_two_logits_is_the_sigmoid_of_their_difference()
    {
        float[] scores = new float[2];
        Loss.SoftmaxCrossEntropy.Scores([0.3f, 1.5f], scores);
        Assert.Equal(Activations.Sigmoid(1.5f - 0.3f), scores[1], Tolerance.Float);
        Assert.Equal(1, scores[0] + scores[1], Tolerance.Float);
    }

    [Fact]
    public void Scores_stay_finite_at_extreme_logits()
    {
        float[] scores = new float[3];
        Loss.SoftmaxCrossEntropy.Scores([1e4f, -1e4f, 0], scores);
        Assert.Equal([1, 0, 0], scores);
        Loss.BinaryCrossEntropy.Scores([-1e4f], scores);
        Assert.Equal(0, scores[0]);
    }

    [Fact]
    public void Scores_of_a_regression_are_its_outputs()
    {
        float[] scores = new float[2];
        Loss.MeanSquaredError.Scores([-3, 7], scores);
        Assert.Equal([-3, 7], scores);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(0.5f)]
    [InlineData(float.NaN)]
    public void A_class_that_has_no_output_is_refused_with_the_range(float target)
    {
        string message = Assert
            .Throws<ArgumentException>(() => Loss.SoftmaxCrossEntropy.Evaluate(new float[3], [target], new float[3], batch: 1))
            .Message;
        Assert.Contains($"target {target}", message, StringComparison.Ordinal);
        Assert.Contains("0 to 2", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void Lengths_that_do_not_fit_are_refused(int batch, int targets)
    {
        string message = Assert
            .Throws<ArgumentException>(() =>
                Loss.MeanSquaredError.Evaluate(new float[3], new float[targets], new float[3], batch)
            )
            .Message;
        Assert.Contains("3 outputs", message, StringComparison.Ordinal);
        Assert.Contains($"{targets} targets", message, StringComparison.Ordinal);
        Assert.Contains($"batch of {batch}", message, StringComparison.Ordinal);
    }
}
