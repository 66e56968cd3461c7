using FsCheck.Xunit;
using PhantomNet.Networks.Metrics;
using PhantomNet.Randomness;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Metrics;

public sealed class RocCurveTests
{
    [Fact]
    public void Points_go_from_the_strictest_threshold_to_the_loosest()
    {
        RocCurve curve = RocCurve.From([0.9f, 0.8f, 0.8f, 0.3f], [1, 1, 0, 0]);
        Assert.Equal(
            [
                new RocPoint(0, 0, 0.9f),
                new RocPoint(0, 0.5, 0.8f),
                new RocPoint(0.5, 1, 0.3f),
                new RocPoint(1, 1, float.NegativeInfinity),
            ],
            curve.Points
        );
        Assert.Equal(0.875, curve.Area);
    }

    [Theory]
    [InlineData(new[] { 1f, 2, 3, 4 }, 1)]
    [InlineData(new[] { 4f, 3, 2, 1 }, 0)]
    [InlineData(new[] { 5f, 5, 5, 5 }, 0.5)]
    public void Perfect_reversed_and_constant_scores_have_areas_1_0_and_a_half(float[] scores, double area) =>
        Assert.Equal(area, RocCurve.From(scores, [0, 0, 1, 1]).Area);

    [Property(MaxTest = 300)]
    public void Area_is_the_share_of_pairs_in_order_with_ties_counted_half(int seed)
    {
        (float[] scores, int[] labels) = Draw(seed);
        double won = 0;
        double pairs = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            for (int j = 0; j < scores.Length; j++)
            {
                if (labels[i] == 1 && labels[j] == 0)
                {
                    won += scores[i].CompareTo(scores[j]) switch
                    {
                        > 0 => 1,
                        0 => 0.5,
                        _ => 0,
                    };
                    pairs++;
                }
            }
        }

        Assert.Equal(won / pairs, RocCurve.From(scores, labels).Area, Tolerance.Double);
    }

    [Property(MaxTest = 300)]
    public void Every_point_is_the_confusion_matrix_at_its_threshold(int seed)
    {
        (float[] scores, int[] labels) = Draw(seed);
        RocCurve curve = RocCurve.From(scores, labels);
        Assert.All(
            curve.Points,
            point =>
            {
                ConfusionMatrix matrix = ConfusionMatrix.At(scores, labels, point.Threshold);
                Assert.Equal(matrix.Sensitivity!.Value, point.TruePositiveRate);
                Assert.Equal(1 - matrix.Specificity!.Value, point.FalsePositiveRate, Tolerance.Double);
            }
        );
        Assert.Equal(scores.Distinct().Count() + 1, curve.Points.Count);
    }

    [Fact]
    public void Scores_are_left_as_they_were()
    {
        float[] scores = [3, 1, 2];
        RocCurve.From(scores, [0, 1, 1]);
        Assert.Equal([3, 1, 2], scores);
    }

    [Fact]
    public void Samples_of_one_class_have_no_curve()
    {
        AssertRefused(() => RocCurve.From([1, 2], [1, 1]), "2 positive", "0 negative", "at least one of each");
        AssertRefused(() => RocCurve.From([1, 2], [0, 0]), "0 positive", "2 negative");
        AssertRefused(() => RocCurve.From([1, float.NaN], [0, 1]), "Score 1 is NaN");
    }

    // Scores of few values, so that many tie; at least one sample of each class.
    private static (float[] Scores, int[] Labels) Draw(int seed)
    {
        SeededRandom random = new(seed);
        int count = 2 + random.NextInt(40);
        int values = 1 + random.NextInt(10);
        float[] scores = [.. Enumerable.Range(0, count).Select(_ => (float)random.NextInt(values) / values)];
        int[] labels = [.. Enumerable.Range(0, count).Select(n => n < 2 ? n : random.NextInt(2))];
        return (scores, labels);
    }
}
