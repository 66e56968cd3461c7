using FsCheck.Xunit;
using PhantomNet.Networks.Metrics;
using PhantomNet.Randomness;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Metrics;

public sealed class ConfidenceIntervalTests
{
    /// <summary>Half a unit in the last of the four digits that are published.</summary>
    private const double Published = 5e-5;

    // Newcombe 1998 (docs/sources.md#newcombe), table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_gives_the_published_intervals(int successes, int trials, double low, double high)
    {
        ConfidenceInterval interval = ConfidenceInterval.Wilson(successes, trials);
        Assert.Equal(low, interval.Low, Published);
        Assert.Equal(high, interval.High, Published);
    }

    [Property(MaxTest = 200)]
    public void The_ends_of_a_Wilson_interval_are_where_the_score_test_just_rejects(int seed)
    {
        SeededRandom random = new(seed);
        int trials = 1 + random.NextInt(200);
        int successes = random.NextInt(trials + 1);
        double z = NormalDistribution.TwoSided(0.9);
        ConfidenceInterval interval = ConfidenceInterval.Wilson(successes, trials, 0.9);
        double share = (double)successes / trials;
        foreach (double p in new[] { interval.Low, interval.High })
        {
            // |share − p| = z √(p (1 − p) / n); squared, it loses no digits at 0 and 1.
            Assert.Equal(z * z * p * (1 - p) / trials, (share - p) * (share - p), 1e-12);
        }

        Assert.InRange(share, interval.Low, interval.High);
        ConfidenceInterval mirrored = ConfidenceInterval.Wilson(trials - successes, trials, 0.9);
        Assert.Equal(1 - interval.Low, mirrored.High, 1e-12);
    }

    [Fact]
    public void Nothing_and_everything_end_exactly_at_0_and_1()
    {
        Assert.Equal(0, ConfidenceInterval.Wilson(0, 7).Low);
        Assert.Equal(1, ConfidenceInterval.Wilson(7, 7).High);
        Assert.InRange(ConfidenceInterval.Wilson(7, 7).Low, 0.5, 0.7);
    }

    [Theory]
    [InlineData(0.5, 0.674489750196082)]
    [InlineData(0.9, 1.644853626951473)]
    [InlineData(0.95, 1.959963984540054)]
    [InlineData(0.99, 2.575829303548901)]
    [InlineData(0.999, 3.290526731491926)]
    public void Quantiles_of_the_normal_distribution_have_their_known_digits(double confidence, double z) =>
        Assert.Equal(z, NormalDistribution.TwoSided(confidence), 1e-11);

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841344746068543)]
    [InlineData(-2, 0.022750131948179)]
    [InlineData(5, 0.999999713348428)]
    [InlineData(50, 1)]
    [InlineData(-50, 0)]
    public void Shares_below_have_their_known_digits(double x, double share) =>
        Assert.Equal(share, NormalDistribution.Below(x), 1e-14);

    [Fact]
    public void What_is_no_proportion_or_no_confidence_is_refused()
    {
        AssertRefused(() => ConfidenceInterval.Wilson(0, 0), "0 successes of 0", "at least 1 trial");
        AssertRefused(() => ConfidenceInterval.Wilson(5, 4), "5 successes of 4");
        AssertRefused(() => ConfidenceInterval.Wilson(-1, 4), "-1 successes");
        AssertRefused(() => ConfidenceInterval.Wilson(1, 4, 1), "confidence of 1", "below 1");
        AssertRefused(() => ConfidenceInterval.Wilson(1, 4, double.NaN), "confidence of NaN");
    }
}
