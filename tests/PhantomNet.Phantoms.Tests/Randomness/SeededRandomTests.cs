using System.Numerics;
using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.Tests.Randomness;

public sealed class SeededRandomTests
{
    private const int Many = 20_000;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(42, 7)]
    [InlineData(-1, 0)]
    [InlineData(int.MaxValue, int.MinValue)]
    public void Its_bits_are_those_of_SplitMix64(int seed, int stream)
    {
        SeededRandom random = new(seed, stream);
        BigInteger state = Mixed(Mixed(Word(unchecked((uint)seed) + Gamma)) + unchecked((uint)stream));
        for (int i = 0; i < 100; i++)
        {
            state = Word(state + Gamma);
            Assert.Equal((ulong)Mixed(state), random.NextBits());
        }
    }

    [Fact]
    public void The_oracle_gives_the_published_first_numbers_of_SplitMix64()
    {
        // Seed 1234567 in the reference program (docs/sources.md#splitmix64).
        BigInteger state = 1234567;
        ulong[] published = [6457827717110365317, 3203168211198807973, 9817491932198370423];
        foreach (ulong expected in published)
        {
            state = Word(state + Gamma);
            Assert.Equal(expected, (ulong)Mixed(state));
        }
    }

    [Fact]
    public void NextDouble_is_uniform_from_0_to_1()
    {
        double[] values = Draw(random => random.NextDouble());
        Assert.All(values, value => Assert.True(value is >= 0 and < 1));
        Expect.Mean(0.5, 1.0 / 12, values);
        // (x − ½)² has the mean 1/12 and the variance 1/80 − 1/144 = 1/180.
        Expect.Mean(1.0 / 12, 1.0 / 180, values.Select(value => (value - 0.5) * (value - 0.5)));
        for (int tenth = 0; tenth < 10; tenth++)
        {
            Expect.Share(0.1, values.Select(value => (int)(value * 10) == tenth));
        }
    }

    [Fact]
    public void NextDouble_between_bounds_stays_between_them()
    {
        double[] values = Draw(random => random.NextDouble(-3, 5));
        Assert.All(values, value => Assert.True(value is >= -3 and < 5));
        Expect.Mean(1, 64.0 / 12, values);
    }

    [Fact]
    public void NextNormal_has_mean_0_and_variance_1() => Expect.StandardNormal(Draw(random => random.NextNormal()));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void NextInt_stays_below_its_bound_and_is_uniform(int bound)
    {
        double[] values = Draw(random => random.NextInt(bound));
        Assert.All(values, value => Assert.InRange(value, 0, bound - 1));
        Expect.Mean((bound - 1) / 2.0, ((double)bound * bound - 1) / 12, values);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(257)]
    public void Shuffle_makes_a_permutation(int count)
    {
        int[] values = [.. Enumerable.Range(0, count)];
        new SeededRandom(3).Shuffle(values);
        Assert.Equal(Enumerable.Range(0, count), values.Order());
        Assert.True(count < 3 || !values.SequenceEqual(Enumerable.Range(0, count)));
    }

    [Fact]
    public void Shuffle_makes_every_permutation_of_three_equally_often()
    {
        SeededRandom random = new(11);
        int[] codes = new int[Many];
        for (int n = 0; n < Many; n++)
        {
            int[] three = [0, 1, 2];
            random.Shuffle(three);
            codes[n] = (three[0] * 10) + three[1];
        }

        foreach (int code in (int[])[1, 2, 10, 12, 20, 21])
        {
            Expect.Share(1.0 / 6, codes.Select(value => value == code));
        }
    }

    [Fact]
    public void Streams_of_one_seed_are_uncorrelated()
    {
        SeededRandom first = new(5, 0);
        SeededRandom second = new(5, 1);
        // The product of two independent uniform numbers about their middle has mean 0 and variance 1/144.
        Expect.Mean(
            0,
            1.0 / 144,
            Enumerable.Range(0, Many).Select(_ => (first.NextDouble() - 0.5) * (second.NextDouble() - 0.5))
        );
    }

    private static double[] Draw(Func<SeededRandom, double> next)
    {
        SeededRandom random = new(2024);
        return [.. Enumerable.Range(0, Many).Select(_ => next(random))];
    }

    // SplitMix64 in whole numbers of any size, each product cut to 64 bits by hand.
    private static readonly BigInteger Gamma = new(0x9E3779B97F4A7C15);

    private static BigInteger Word(BigInteger bits) => bits & ulong.MaxValue;

    private static BigInteger Mixed(BigInteger bits)
    {
        BigInteger z = Word(bits);
        z = Word((z ^ (z >> 30)) * new BigInteger(0xBF58476D1CE4E5B9));
        z = Word((z ^ (z >> 27)) * new BigInteger(0x94D049BB133111EB));
        return z ^ (z >> 31);
    }
}
