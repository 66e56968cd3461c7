namespace PhantomNet.Networks.Tests;

/// <summary>How far a computed number may lie from the true one, each with its reason.</summary>
internal static class Tolerance
{
    /// <summary>For doubles that differ by the order of a few additions: 2⁻⁵³ each, with room for a hundred of them.</summary>
    public const double Double = 1e-14;

    /// <summary>For one float32 operation on numbers of size 1: half a unit in the last place is 6e-8.</summary>
    public const double Float = 1.2e-7;

    /// <summary>For a few tens of float32 operations on numbers of size 1, whose roundings add up.</summary>
    public const double FloatSum = 3e-6;

    /// <summary>
    /// For a gradient of the float32 engine, as a share of the largest entry of its array. Roundings through the layers give
    /// about 1e-6; where a sigmoid or tanh is near its end, 1 − a cancels and leaves fewer digits. The worst of 50,000 random
    /// networks was 3.3e-5; a mistake in a formula is thousands of times larger.
    /// </summary>
    public const double Gradient = 1e-4;

    /// <summary>
    /// The least size that a gradient's tolerance is a share of: where saturated functions make all of an array small, its
    /// roundings stay those of numbers of size 1.
    /// </summary>
    public const double SmallestGradient = 0.05;

    /// <summary>Whether each entry agrees within a share of the largest.</summary>
    public static void AssertClose(IReadOnlyList<double> expected, ReadOnlySpan<float> actual, double share, double floor)
    {
        Assert.Equal(expected.Count, actual.Length);
        double largest = expected.Aggregate(floor, (most, value) => Math.Max(most, Math.Abs(value)));
        for (int i = 0; i < actual.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= share * largest,
                $"Entry {i} is {actual[i]:R}; {expected[i]:R} was expected, within {share} of {largest}."
            );
        }
    }

    /// <summary>The same for gradients.</summary>
    public static void AssertGradient(IReadOnlyList<double> expected, ReadOnlySpan<float> actual) =>
        AssertClose(expected, actual, Gradient, SmallestGradient);
}
