using FsCheck.Xunit;
using PhantomNet.Networks.Metrics;
using PhantomNet.Randomness;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Metrics;

public sealed class PrecisionRecallCurveTests
{
    [Fact]
    public void The_average_precision_is_the_sum_of_steps()
    {
        // The example in the documentation of scikit-learn's average_precision_score.
        PrecisionRecallCurve curve = PrecisionRecallCurve.From([0.1f, 0.4f, 0.35f, 0.8f], [0, 0, 1, 1]);
        Assert.Equal((0.5 * 1) + (0.5 * 2 / 3), curve.AveragePrecision, Tolerance.Double);
        Assert.Equal(
            [
                new PrecisionRecallPoint(0.5, 1, 0.8f),
                new PrecisionRecallPoint(0.5, 0.5, 0.4f),
                new PrecisionRecallPoint(1, 2 / 3.0, 0.35f),
                new PrecisionRecallPoint(1, 0.5, 0.1f),
            ],
            curve.Points
        );
        Assert.Equal(0.5, curve.Prevalence);
    }

    [Fact]
    public void Scores_that_know_nothing_have_the_prevalence_as_average_precision()
    {
        PrecisionRecallCurve curve = PrecisionRecallCurve.From([2, 2, 2, 2], [0, 1, 0, 0]);
        Assert.Equal(0.25, curve.AveragePrecision);
        Assert.Equal(1, PrecisionRecallCurve.From([2, 3, 1, 0], [0, 1, 0, 0]).AveragePrecision);
    }

    [Property(MaxTest = 200)]
    public void Every_point_is_the_confusion_matrix_at_its_threshold(int seed)
    {
        SeededRandom random = new(seed);
        int count = 1 + random.NextInt(40);
        float[] scores = [.. Enumerable.Range(0, count).Select(_ => random.NextInt(6) / 6f)];
        int[] labels = [.. Enumerable.Range(0, count).Select(n => n == 0 ? 1 : random.NextInt(2))];
        Assert.All(
            PrecisionRecallCurve.From(scores, labels).Points,
            point =>
            {
                ConfusionMatrix matrix = ConfusionMatrix.At(scores, labels, MathF.BitDecrement(point.Threshold));
                Assert.Equal(matrix.Sensitivity!.Value, point.Recall);
                Assert.Equal(matrix.Precision!.Value, point.Precision);
            }
        );
    }

    [Fact]
    public void Without_a_positive_there_is_no_curve() =>
        AssertRefused(() => PrecisionRecallCurve.From([1, 2], [0, 0]), "0 positive of 2", "at least one");
}
