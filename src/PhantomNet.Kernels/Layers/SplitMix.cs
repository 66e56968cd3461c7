namespace PhantomNet.Kernels.Layers;

/// <summary>What the seeded generator (docs/sources.md#splitmix64) is made of, for code that draws the same numbers.</summary>
internal static class SplitMix
{
    /// <summary>Added to the state before each draw.</summary>
    public const ulong Step = 0x9E3779B97F4A7C15;

    /// <summary>The mixing: bits ^= bits >> shift, bits *= factor, in turn; the last has no factor.</summary>
    public static readonly (int Shift, ulong Factor)[] Mixing = [(30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 0)];

    /// <summary>What a stream is added to and mixed with to make the state of its generator.</summary>
    public static ulong BeforeStream(int seed) => Mix((uint)seed + Step);

    private static ulong Mix(ulong bits)
    {
        foreach ((int shift, ulong factor) in Mixing)
        {
            bits ^= bits >> shift;
            bits *= factor == 0 ? 1 : factor;
        }

        return bits;
    }
}
