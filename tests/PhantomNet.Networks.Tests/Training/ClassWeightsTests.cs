using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Training;

public sealed class ClassWeightsTests
{
    [Fact]
    public void Weights_are_equal_by_value_and_so_are_settings()
    {
        Assert.Equal(new ClassWeights(1, 2), new ClassWeights(1, 2));
        Assert.Equal(new ClassWeights(1, 2).GetHashCode(), new ClassWeights(1, 2).GetHashCode());
        Assert.NotEqual(new ClassWeights(1, 2), new ClassWeights(2, 1));
        Assert.NotEqual(new ClassWeights(1, 2), new ClassWeights(1, 2, 3));
        TrainingSettings settings = new(new Sgd(0.1), 4, ClassWeights: new ClassWeights(1, 2));
        Assert.Equal(settings, settings with { ClassWeights = new ClassWeights(1, 2) });
        Assert.NotEqual(settings, settings with { ClassWeights = null });
        Assert.Equal("1 : 2.5", $"{new ClassWeights(1, 2.5f)}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_weight_must_be_a_finite_number_above_0(float weight) =>
        AssertRefused(() => _ = new ClassWeights(1, weight), "weight of class 1", "above 0");

    [Fact]
    public void One_weight_is_refused() => AssertRefused(() => _ = new ClassWeights(1), "1 class weight", "at least 2");

    [Fact]
    public void A_regression_refuses_them()
    {
        NetworkSpec spec = new(Shape.Vector(2), Loss.MeanSquaredError, new DenseSpec(2));
        TrainingSettings settings = new(new Sgd(0.1), 4, ClassWeights: new ClassWeights(1, 2));
        AssertRefused(() => settings.Check(spec), "1 : 2", "no classes");
        AssertRefused(
            () => Loss.MeanSquaredError.Evaluate([1, 2], [1, 2], new float[2], 1, settings.ClassWeights),
            "1 : 2",
            "no classes"
        );
    }

    // −ln σ of 0 is ln 2, of ln 3 it is ln 4/3: (1 · ln 2 + 3 · ln 2 + 3 · ln 4/3) / (1 + 3 + 3).
    [Fact]
    public void The_mean_is_over_the_sum_of_the_weights()
    {
        float[] gradient = new float[3];
        float ln3 = MathF.Log(3);
        double loss = Loss.BinaryCrossEntropy.Evaluate([0, 0, ln3], [0, 1, 1], gradient, 3, new ClassWeights(1, 3));
        Assert.Equal(((4 * Math.Log(2)) + (3 * Math.Log(4.0 / 3))) / 7, loss, Tolerance.Float);
        Assert.Equal(0.5 / 7, gradient[0], Tolerance.Float);
        Assert.Equal(-1.5 / 7, gradient[1], Tolerance.Float);
        Assert.Equal(-0.75 / 7, gradient[2], Tolerance.Float);
    }

    [Fact]
    public void One_logit_and_two_logits_are_weighted_alike()
    {
        ClassWeights weights = new(0.7f, 2.2f);
        float[] one = new float[2];
        float[] two = new float[4];
        double binary = Loss.BinaryCrossEntropy.Evaluate([1.5f, -0.25f], [0, 1], one, 2, weights);
        double softmax = Loss.SoftmaxCrossEntropy.Evaluate([0, 1.5f, 0, -0.25f], [0, 1], two, 2, weights);
        Assert.Equal(softmax, binary, Tolerance.Double);
        Assert.Equal(two[1], one[0], Tolerance.Float);
        Assert.Equal(two[3], one[1], Tolerance.Float);
    }

    [Fact]
    public async Task Equal_weights_change_nothing_whatever_their_size()
    {
        float[] start = Initialiser.Parameters(TrainingCases.Spec, seed: 3);
        TrainingSettings plain = new(new Adam(0.02), TrainingCases.BatchSize, L2: 0.001);
        float[] expected = await TrainAsync(plain);
        Assert.Equal(expected, await TrainAsync(plain with { ClassWeights = new ClassWeights(1, 1) }));
        Assert.Equal(expected, await TrainAsync(plain with { ClassWeights = new ClassWeights(8, 8) }));

        async Task<float[]> TrainAsync(TrainingSettings settings)
        {
            TextbookRunner runner = new(TrainingCases.Spec, settings, TrainingCases.Samples, start);
            Trainer trainer = new(runner, TrainingCases.SampleCount, seed: 1);
            await trainer.TrainAsync(minibatches: 7);
            return await TrainingCases.ParametersOf(trainer);
        }
    }

    [Fact]
    public async Task Training_counts_samples_and_how_many_were_given_their_class()
    {
        NetworkSpec spec = new(Shape.Vector(1), Loss.SoftmaxCrossEntropy, new DenseSpec(2));
        SampleSet samples = SampleSet.OfClasses(Shape.Vector(1), [1, 2, -1, -3, 5], [1, 1, 0, 1, 0]);
        TextbookRunner runner = new(spec, new TrainingSettings(new Sgd(1e-9), 2), samples, [0, 1, 0, 0]);
        TrainingResult result = await new Trainer(runner, samples.Count, seed: 1).TrainAsync(6); // two epochs
        Assert.Equal((10, 6), (result.Samples, result.Correct));
    }

    [Fact]
    public async Task A_regression_counts_none_as_right()
    {
        NetworkSpec spec = new(Shape.Vector(1), Loss.MeanSquaredError, new DenseSpec(1));
        SampleSet samples = SampleSet.OfValues(Shape.Vector(1), [1, 2], [0, 0]);
        TextbookRunner runner = new(spec, new TrainingSettings(new Sgd(1e-9), 2), samples, [0, 0]);
        TrainingResult result = await new Trainer(runner, samples.Count, seed: 1).TrainEpochAsync();
        Assert.Equal((2, 0), (result.Samples, result.Correct));
    }
}
