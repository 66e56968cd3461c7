using PhantomNet.Networks.Metrics;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Metrics;

public sealed class ConfusionMatrixTests
{
    [Fact]
    public void Counts_follow_from_scores_labels_and_threshold()
    {
        // A score at the threshold is not above it: the third is a false negative.
        ConfusionMatrix matrix = ConfusionMatrix.At([0.9f, 0.6f, 0.5f, 0.7f, 0.2f, 0.1f], [1, 1, 1, 0, 0, 0], 0.5f);
        Assert.Equal(new ConfusionMatrix(TruePositives: 2, FalsePositives: 1, TrueNegatives: 2, FalseNegatives: 1), matrix);
        Assert.Equal(6, matrix.Count);
    }

    [Fact]
    public void Each_metric_is_its_definition()
    {
        ConfusionMatrix matrix = new(TruePositives: 30, FalsePositives: 20, TrueNegatives: 40, FalseNegatives: 10);
        Assert.Equal(0.7, matrix.Accuracy);
        Assert.Equal(0.75, matrix.Sensitivity);
        Assert.Equal(40.0 / 60, matrix.Specificity);
        Assert.Equal(0.6, matrix.Precision);
        Assert.Equal(2 * 0.6 * 0.75 / (0.6 + 0.75), matrix.F1!.Value, Tolerance.Double);
    }

    [Fact]
    public void Always_pneumonia_scores_the_share_of_pneumonia()
    {
        ConfusionMatrix matrix = new(TruePositives: 390, FalsePositives: 234, TrueNegatives: 0, FalseNegatives: 0);
        Assert.Equal(0.625, matrix.Accuracy);
        Assert.Equal(1, matrix.Sensitivity);
        Assert.Equal(0, matrix.Specificity);
    }

    [Fact]
    public void What_is_not_defined_is_null_and_not_a_number()
    {
        Assert.Null(default(ConfusionMatrix).Accuracy);
        Assert.Null(new ConfusionMatrix(0, 1, 1, 0).Sensitivity);
        Assert.Null(new ConfusionMatrix(1, 0, 0, 1).Specificity);
        Assert.Null(new ConfusionMatrix(0, 0, 1, 1).Precision);
        Assert.Null(new ConfusionMatrix(0, 0, 5, 0).F1);
        Assert.Equal(0, new ConfusionMatrix(0, 0, 1, 1).F1);
    }

    [Fact]
    public void Scores_and_labels_that_cannot_be_compared_are_refused()
    {
        AssertRefused(() => ConfusionMatrix.At([], [], 0), "0 scores", "0 labels", "at least one");
        AssertRefused(() => ConfusionMatrix.At([1, 2], [1], 0), "2 scores", "1 labels");
        AssertRefused(() => ConfusionMatrix.At([1, 2], [1, 2], 0), "Label 2", "sample 1", "0 or 1");
        AssertRefused(() => ConfusionMatrix.At([1, float.NaN], [1, 0], 0), "Score 1 is NaN");
    }
}
