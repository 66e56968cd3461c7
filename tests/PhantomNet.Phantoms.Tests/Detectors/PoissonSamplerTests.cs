using PhantomNet.Phantoms.Detectors;
using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.Tests.Detectors;

public sealed class PoissonSamplerTests
{
    private const int Many = 40_000;

    // Eight decades, on both sides of the two means at which the method changes: 10 and a million.
    public static TheoryData<double> Means => [0.01, 0.1, 1, 5, 9.99, 10, 11, 30, 100, 1e4, 0.99e6, 1.01e6, 1e8];

    [Theory]
    [MemberData(nameof(Means))]
    public void The_mean_and_the_variance_are_both_the_mean_asked_for(double mean)
    {
        double[] counts = Draw(mean);
        Expect.Mean(mean, mean, counts);
        // (n − m)² has the mean m and, the fourth central moment being m + 3m², the variance m + 2m².
        Expect.Mean(mean, mean + (2 * mean * mean), counts.Select(count => (count - mean) * (count - mean)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(9.99)]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(1000)]
    public void The_skewness_is_that_of_Poisson_and_not_of_a_normal_number(double mean)
    {
        // (n − m)³ has the mean m; its variance is the sixth central moment 15m³ + 25m² + m less m².
        double variance = (15 * mean * mean * mean) + (24 * mean * mean) + mean;
        Expect.Mean(mean, variance, Draw(mean).Select(count => Math.Pow(count - mean, 3)));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(9.99)]
    [InlineData(10)]
    [InlineData(25)]
    [InlineData(200)]
    public void Every_count_is_as_likely_as_it_should_be(double mean)
    {
        // Pearson's χ² over the counts expected 20 times or more, the rest together: its mean is its degrees of freedom d, its
        // variance about 2d.
        double[] counts = Draw(mean);
        double chiSquare = 0;
        int cells = 0;
        double expectedRest = Many;
        int observedRest = Many;
        double probability = Math.Exp(-mean);
        for (int n = 0; n < (2 * mean) + 40; n++)
        {
            double expected = Many * probability;
            if (expected >= 20)
            {
                int observed = counts.Count(count => (int)count == n);
                chiSquare += (observed - expected) * (observed - expected) / expected;
                cells++;
                expectedRest -= expected;
                observedRest -= observed;
            }

            probability *= mean / (n + 1);
        }

        chiSquare += (observedRest - expectedRest) * (observedRest - expectedRest) / expectedRest;
        Assert.InRange(chiSquare, 0, cells + (Expect.StandardErrors * Math.Sqrt(2.0 * cells)));
    }

    [Fact]
    public void Above_a_million_the_counts_are_normal_and_whole()
    {
        double[] counts = Draw(4e6);
        Assert.All(counts, count => Assert.Equal(Math.Floor(count), count));
        Expect.StandardNormal(counts.Select(count => (count - 4e6) / 2000));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Where_no_quanta_are_expected_none_are_counted(double mean) =>
        Assert.Equal(0, new PoissonSampler(new SeededRandom(1)).Next(mean));

    [Fact]
    public void The_logarithm_of_the_factorial_agrees_with_the_sum_of_logarithms()
    {
        const double truncation = 1e-10; // of Stirling's series at 10
        double sum = 0;
        for (int k = 1; k < 2000; k++)
        {
            sum += Math.Log(k);
            Assert.Equal(sum, LogFactorial.Of(k), truncation + (1e-15 * k * sum));
        }
    }

    private static double[] Draw(double mean)
    {
        PoissonSampler poisson = new(new SeededRandom(99));
        double[] counts = new double[Many];
        for (int i = 0; i < Many; i++)
        {
            counts[i] = poisson.Next(mean);
        }

        return counts;
    }
}
