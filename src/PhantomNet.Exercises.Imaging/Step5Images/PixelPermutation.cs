using PhantomNet.Networks.Specs;
using PhantomNet.Randomness;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>One reordering of the pixels of an image, and with them of the weights that meet them.</summary>
public sealed class PixelPermutation
{
    private const int Stream = 500;

    private readonly int[] _from; // [place]: which pixel of the original lies there
    private readonly int[] _to; // [pixel]: where it went

    private PixelPermutation(int[] from)
    {
        _from = from;
        _to = new int[from.Length];
        for (int place = 0; place < from.Length; place++)
        {
            _to[from[place]] = place;
        }
    }

    /// <summary>Pixels of an image.</summary>
    public int Count => _from.Length;

    /// <summary>Draws one; seed 0 leaves everything where it is.</summary>
    /// <param name="count">Pixels of an image.</param>
    /// <param name="seed">Decides it.</param>
    /// <param name="number">Further ones of the same seed: one for each image, say.</param>
    public static PixelPermutation Draw(int count, int seed, int number = 0)
    {
        int[] from = [.. Enumerable.Range(0, count)];
        if (seed != 0)
        {
            new SeededRandom(seed, Stream + number).Shuffle(from);
        }

        return new PixelPermutation(from);
    }

    /// <summary>Two pixels change places.</summary>
    public static PixelPermutation Swap(int count, int first, int second)
    {
        int[] from = [.. Enumerable.Range(0, count)];
        (from[first], from[second]) = (second, first);
        return new PixelPermutation(from);
    }

    /// <summary>Where a pixel of the original went.</summary>
    public int PlaceOf(int pixel) => _to[pixel];

    /// <summary>Which pixel of the original lies at a place.</summary>
    public int PixelAt(int place) => _from[place];

    /// <summary>Images with their pixels reordered: [n, Count].</summary>
    public float[] Shuffled(ReadOnlySpan<float> images) => Gathered(images, _from);

    /// <summary>The way back: [n, Count].</summary>
    public float[] Restored(ReadOnlySpan<float> images) => Gathered(images, _to);

    /// <summary>
    /// Parameters of a network whose first layer is dense on the pixels: each of its weights goes where its pixel goes, and nothing
    /// else changes.
    /// </summary>
    public float[] ShuffledWeights(NetworkSpec spec, float[] parameters)
    {
        float[] shuffled = [.. parameters];
        Range weights = spec.ParameterBlocks().First().Weights;
        Shuffled(parameters.AsSpan(weights)).CopyTo(shuffled.AsSpan(weights));
        return shuffled;
    }

    private static float[] Gathered(ReadOnlySpan<float> images, int[] order)
    {
        float[] gathered = new float[images.Length];
        for (int start = 0; start < images.Length; start += order.Length)
        {
            for (int i = 0; i < order.Length; i++)
            {
                gathered[start + i] = images[start + order[i]];
            }
        }

        return gathered;
    }
}
