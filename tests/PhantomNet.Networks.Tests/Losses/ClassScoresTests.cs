using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Metrics;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Losses;

public sealed class ClassScoresTests
{
    [Fact]
    public void Scores_of_all_classes_add_to_1()
    {
        float[] logits = [0.3f, -1.2f, 2];
        Assert.Equal(1, Enumerable.Range(0, 3).Sum(k => Loss.SoftmaxCrossEntropy.ClassScore(logits, k)), Tolerance.FloatSum);
        Assert.Equal(1, Enumerable.Range(0, 2).Sum(k => Loss.BinaryCrossEntropy.ClassScore([0.7f], k)), Tolerance.Float);
    }

    [Fact]
    public void One_logit_speaks_for_class_1_and_against_class_0()
    {
        Assert.Equal(0.7f, Loss.BinaryCrossEntropy.ClassLogit([0.7f], 1));
        Assert.Equal(-0.7f, Loss.BinaryCrossEntropy.ClassLogit([0.7f], 0));
        Assert.Equal(5, Loss.MeanSquaredError.ClassScore([4, 5], 1));
    }

    [Theory]
    [InlineData(0.1f, 1)]
    [InlineData(0, 0)]
    [InlineData(-0.1f, 0)]
    public void One_logit_decides_by_its_sign(float logit, int expected) =>
        Assert.Equal(expected, Loss.BinaryCrossEntropy.Decide([logit]));

    [Fact]
    public void The_largest_logit_decides_and_of_equal_ones_the_first()
    {
        Assert.Equal(2, Loss.SoftmaxCrossEntropy.Decide([-1, 0, 3]));
        Assert.Equal(0, Loss.SoftmaxCrossEntropy.Decide([1, 1, 0]));
    }

    [Fact]
    public void Classes_are_counted_by_loss_and_outputs()
    {
        NetworkSpec binary = new(Shape.Vector(2), Loss.BinaryCrossEntropy, new DenseSpec(1));
        NetworkSpec three = new(Shape.Vector(2), Loss.SoftmaxCrossEntropy, new DenseSpec(3));
        Assert.Equal((2, 3), (binary.ClassCount(), three.ClassCount()));
        Assert.Equal([-1], binary.ClassGradient(0));
        Assert.Equal([0, 1, 0], three.ClassGradient(1));
        AssertRefused(() => binary.ClassGradient(-1), "Class -1", "2 → dense 1", "has 2");
    }

    [Fact]
    public void Accuracy_needs_outputs_for_each_sample()
    {
        SampleSet samples = SampleSet.OfClasses(Shape.Vector(1), [1, 2, 3], [0, 1, 1]);
        Assert.Equal(2 / 3.0, Accuracy.Of(Loss.BinaryCrossEntropy, [-1, 2, -3], samples));
        AssertRefused(() => Accuracy.Of(Loss.BinaryCrossEntropy, [1, 2], samples), "2 outputs", "3 samples");
    }
}
