using FsCheck.Xunit;
using PhantomNet.Networks.Metrics;
using PhantomNet.Randomness;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Metrics;

public sealed class AucEstimateTests
{
    // WFNS grades 1 to 5 of 113 patients after a subarachnoid haemorrhage, by outcome: the data that come with pROC
    // (docs/sources.md#proc). Of all ways to part 39, 32, 4, 16 and 22 patients into 41 poor and 72 good outcomes, these counts
    // are the only ones with the variance that pROC's own tests state; area and interval then agree too.
    private static readonly int[] _poorByGrade = [2, 12, 1, 8, 18];
    private static readonly int[] _goodByGrade = [37, 20, 3, 8, 4];

    [Fact]
    public void Area_variance_and_interval_are_those_of_pROC()
    {
        (float[] scores, int[] labels) = ByGrade();
        AucEstimate estimate = AucEstimate.From(scores, labels);
        Assert.Equal(0.8236789, estimate.Area, 5e-8);
        Assert.Equal(0.00146991470882363, estimate.StandardError * estimate.StandardError, 1e-15);
        ConfidenceInterval interval = estimate.Interval();
        Assert.Equal(0.7485, interval.Low, 5e-5);
        Assert.Equal(0.8988, interval.High, 5e-5);
    }

    [Fact]
    public void A_small_case_comes_out_by_hand()
    {
        // Positives 3, 1 against negatives 2, 0, −1: placements 1 and 2/3; and ½, 1, 1. Variances 1/18 and 1/12.
        AucEstimate estimate = AucEstimate.From([3, 1, 2, 0, -1], [1, 1, 0, 0, 0]);
        Assert.Equal(5 / 6.0, estimate.Area, Tolerance.Double);
        Assert.Equal(Math.Sqrt((1 / 36.0) + (1 / 36.0)), estimate.StandardError, Tolerance.Double);
        Assert.False(estimate.IsDegenerate);
    }

    [Property(MaxTest = 200)]
    public void Area_and_variance_match_their_definition_over_all_pairs(int seed)
    {
        SeededRandom random = new(seed);
        int count = 4 + random.NextInt(40);
        float[] scores = [.. Enumerable.Range(0, count).Select(_ => random.NextInt(8) / 8f)];
        int[] labels = [.. Enumerable.Range(0, count).Select(n => n < 4 ? n % 2 : random.NextInt(2))];
        AucEstimate estimate = AucEstimate.From(scores, labels);
        Assert.Equal(RocCurve.From(scores, labels).Area, estimate.Area, Tolerance.Double);

        float[] x = [.. scores.Where((_, n) => labels[n] == 1)];
        float[] y = [.. scores.Where((_, n) => labels[n] == 0)];
        double Won(float a, float b) =>
            a > b ? 1
            : a == b ? 0.5
            : 0;
        double area = x.Average(a => y.Average(b => Won(a, b)));
        double ofX = x.Sum(a => Math.Pow(y.Average(b => Won(a, b)) - area, 2)) / (x.Length - 1);
        double ofY = y.Sum(b => Math.Pow(x.Average(a => Won(a, b)) - area, 2)) / (y.Length - 1);
        Assert.Equal((ofX / x.Length) + (ofY / y.Length), estimate.StandardError * estimate.StandardError, 1e-14);
    }

    [Fact]
    public void Perfect_separation_is_marked_since_its_interval_says_nothing()
    {
        AucEstimate estimate = AucEstimate.From([1, 2, 3, 4], [0, 0, 1, 1]);
        Assert.Equal(1, estimate.Area);
        Assert.True(estimate.IsDegenerate);
        Assert.Equal(new ConfidenceInterval(1, 1), estimate.Interval());
    }

    [Fact]
    public void The_interval_stays_within_0_and_1()
    {
        ConfidenceInterval interval = AucEstimate.From([3, 1, 2, 0, -1], [1, 1, 0, 0, 0]).Interval(0.999);
        Assert.Equal(1, interval.High);
        Assert.InRange(interval.Low, 0, 0.5);
    }

    [Fact]
    public void Fewer_than_two_of_a_class_are_refused()
    {
        AssertRefused(() => AucEstimate.From([1, 2, 3], [0, 0, 1]), "1 positive", "2 negative", "two");
        AssertRefused(() => AucEstimate.From([1, float.NaN], [0, 1]), "Score 1 is NaN");
    }

    private static (float[] Scores, int[] Labels) ByGrade()
    {
        List<float> scores = [];
        List<int> labels = [];
        for (int grade = 0; grade < 5; grade++)
        {
            scores.AddRange(Enumerable.Repeat(grade + 1f, _poorByGrade[grade] + _goodByGrade[grade]));
            labels.AddRange(Enumerable.Repeat(1, _poorByGrade[grade]));
            labels.AddRange(Enumerable.Repeat(0, _goodByGrade[grade]));
        }

        return ([.. scores], [.. labels]);
    }
}
