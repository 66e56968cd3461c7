using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PhantomNet.Networks.Layers;

/// <summary>The three loops in which a convolution spends its time, over rows of numbers of equal length.</summary>
/// <remarks>
/// Always four numbers side by side, whatever the machine could do, and never a fused multiply-add: a sum comes out the same, bit
/// for bit, everywhere.
/// </remarks>
internal static class Rows
{
    /// <summary>sum += factor × row, element by element.</summary>
    public static void AddScaled(Span<float> sum, float factor, ReadOnlySpan<float> row)
    {
        Span<Vector128<float>> sums = MemoryMarshal.Cast<float, Vector128<float>>(sum);
        ReadOnlySpan<Vector128<float>> rows = MemoryMarshal.Cast<float, Vector128<float>>(row)[..sums.Length];
        Vector128<float> factors = Vector128.Create(factor);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += factors * rows[i];
        }

        for (int i = sums.Length * Vector128<float>.Count; i < sum.Length; i++)
        {
            sum[i] += factor * row[i];
        }
    }

    /// <summary>Σ a b.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ReadOnlySpan<Vector128<float>> left = MemoryMarshal.Cast<float, Vector128<float>>(a);
        ReadOnlySpan<Vector128<float>> right = MemoryMarshal.Cast<float, Vector128<float>>(b)[..left.Length];
        Vector128<float> even = Vector128<float>.Zero; // two sums, since one would wait for its last addition each time
        Vector128<float> odd = Vector128<float>.Zero;
        int i = 0;
        for (; i + 1 < left.Length; i += 2)
        {
            even += left[i] * right[i];
            odd += left[i + 1] * right[i + 1];
        }

        for (; i < left.Length; i++)
        {
            even += left[i] * right[i];
        }

        float sum = AddLanes(even + odd);
        for (i = left.Length * Vector128<float>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Σ a.</summary>
    public static float Sum(ReadOnlySpan<float> a)
    {
        ReadOnlySpan<Vector128<float>> fours = MemoryMarshal.Cast<float, Vector128<float>>(a);
        Vector128<float> sums = Vector128<float>.Zero;
        foreach (Vector128<float> four in fours)
        {
            sums += four;
        }

        float sum = AddLanes(sums);
        foreach (float rest in a[(fours.Length * Vector128<float>.Count)..])
        {
            sum += rest;
        }

        return sum;
    }

    // Written out: the order in which the platform's own sum adds the lanes is its own affair.
    private static float AddLanes(Vector128<float> sums) => (sums[0] + sums[1]) + (sums[2] + sums[3]);
}
