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
    /// For a gradient of the float32 engine, as a share of the largest entry of its array: about ten layers' worth of
    /// roundings (6e-8 each), amplified where the terms of a sum cancel. The worst of ten thousand random networks was 3e-6.
    /// </summary>
    public const double Gradient = 3e-5;

    /// <summary>The least size that a gradient's tolerance is a share of, for arrays that are zero but for roundings.</summary>
    public const double SmallestGradient = 0.01;

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
