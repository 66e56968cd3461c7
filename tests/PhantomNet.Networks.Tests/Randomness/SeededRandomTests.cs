using PhantomNet.Randomness;

namespace PhantomNet.Networks.Tests.Randomness;

public sealed class SeededRandomTests
{
    private const int Draws = 20_000;

    /// <summary>Five standard errors of a mean of 20,000 numbers of variance 1: no seed here comes near by chance.</summary>
    private static readonly double _fiveErrors = 5 / Math.Sqrt(Draws);

    [Fact]
    public void Numbers_are_those_of_SplitMix64()
    {
        // The published first output of SplitMix64 from state 0 is what the seed 0 is mixed to; stream 0 mixes it once more.
        const ulong gamma = 0x9E3779B97F4A7C15;
        ulong state = Finish(0xE220A8397B1DCDAF);
        SeededRandom random = new(seed: 0);
        for (int i = 1; i <= 5; i++)
        {
            Assert.Equal(Finish(state + ((ulong)i * gamma)), random.NextBits());
        }

        Assert.Equal(0xE220A8397B1DCDAF, Finish(gamma));
        Assert.Equal(0x6E789E6AA1B965F4UL, Finish(unchecked(2 * gamma)));
    }

    [Fact]
    public void A_seed_gives_the_same_bits_again_and_another_seed_or_stream_gives_others()
    {
        ulong[] first = Bits(seed: 7, stream: 3);
        Assert.Equal(first, Bits(seed: 7, stream: 3));
        Assert.Empty(first.Intersect(Bits(seed: 8, stream: 3)));
        Assert.Empty(first.Intersect(Bits(seed: 7, stream: 4)));
        Assert.Empty(first.Intersect(Bits(seed: -7, stream: 3)));
    }

    [Fact]
    public void Doubles_fill_the_unit_interval_evenly()
    {
        SeededRandom random = new(seed: 1);
        double[] values = [.. Enumerable.Range(0, Draws).Select(_ => random.NextDouble())];
        Assert.All(values, value => Assert.InRange(value, 0, 1 - 1e-16));
        Assert.Equal(0.5, values.Average(), _fiveErrors);
        Assert.Equal(1.0 / 12, values.Average(value => (value - 0.5) * (value - 0.5)), _fiveErrors);
    }

    [Fact]
    public void Normals_have_mean_0_variance_1_and_no_skew()
    {
        SeededRandom random = new(seed: 2);
        double[] values = [.. Enumerable.Range(0, Draws).Select(_ => random.NextNormal())];
        Assert.All(values, value => Assert.True(double.IsFinite(value)));
        Assert.Equal(0, values.Average(), _fiveErrors);
        Assert.Equal(1, values.Average(value => value * value), Math.Sqrt(2) * _fiveErrors); // the variance of z² is 2
        Assert.Equal(0, values.Average(value => value * value * value), Math.Sqrt(15) * _fiveErrors); // and of z³ is 15
    }

    [Fact]
    public void A_shuffle_keeps_every_element_and_favours_no_order()
    {
        SeededRandom random = new(seed: 3);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        for (int i = 0; i < Draws; i++)
        {
            int[] values = [0, 1, 2];
            random.Shuffle(values);
            string order = string.Concat(values);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal("012 021 102 120 201 210", string.Join(' ', counts.Keys.Order(StringComparer.Ordinal)));
        Assert.All(counts.Values, count => Assert.Equal(1.0 / 6, (double)count / Draws, _fiveErrors));
    }

    private static ulong[] Bits(int seed, int stream)
    {
        SeededRandom random = new(seed, stream);
        return [.. Enumerable.Range(0, 10).Select(_ => random.NextBits())];
    }

    private static ulong Finish(ulong z)
    {
        z ^= z >> 30;
        z *= 0xBF58476D1CE4E5B9;
        z ^= z >> 27;
        z *= 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
