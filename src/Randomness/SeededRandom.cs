using System.Runtime.CompilerServices;

namespace PhantomNet.Randomness;

/// <summary>
/// SplitMix64 (docs/sources.md#splitmix64): a small generator whose numbers depend on the seed alone, on every machine and in
/// every version of .NET. A stream makes independent sequences from one seed.
/// </summary>
/// <remarks>Compiled into each project that draws numbers, so that these need not refer to one another.</remarks>
internal sealed class SeededRandom(int seed, int stream = 0)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong _state = Start(seed, stream);

    /// <summary>From here on the numbers are those of a new generator with this seed and stream.</summary>
    public void Restart(int seed, int stream = 0) => _state = Start(seed, stream);

    /// <summary>The next 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits() => Mix(_state += GoldenGamma);

    /// <summary>Uniform in [0, 1), with 53 bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [low, high).</summary>
    public double NextDouble(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>Uniform in 0 … bound − 1. The bias, below bound / 2⁵³, is too small to be seen.</summary>
    public int NextInt(int bound) => (int)(NextDouble() * bound);

    /// <summary>Normal with mean 0 and variance 1 (Box–Muller, docs/sources.md#box-muller).</summary>
    public double NextNormal()
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>A random permutation in place (Fisher–Yates).</summary>
    public void Shuffle(Span<int> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = NextInt(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static ulong Start(int seed, int stream) => Mix(Mix((ulong)(uint)seed + GoldenGamma) + (ulong)(uint)stream);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
