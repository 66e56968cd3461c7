using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>
/// Where each part of a patient is, on the radiograph's pixels and on coarser maps: a place of a map belongs to a mask where at least
/// half of the pixels around its middle do.
/// </summary>
public sealed class TrueMasks
{
    private readonly Dictionary<int, byte[]> _bySide = [];

    private TrueMasks(byte[] pixels) => _bySide[Architecture.Side] = pixels;

    /// <summary>All masks.</summary>
    public static IReadOnlyList<TrueMask> All { get; } = Enum.GetValues<TrueMask>();

    /// <summary>The structures whose thickness a radiograph has to know.</summary>
    public static Structure[] Structures { get; } =
    [
        Structure.RightLung,
        Structure.LeftLung,
        Structure.Heart,
        Structure.Ribs,
        Structure.Spine,
        Structure.Diaphragm,
        Structure.Lesion,
    ];

    /// <summary>What a mask is called within a sentence.</summary>
    public static string Name(TrueMask mask) =>
        mask == TrueMask.HeartBorder ? "heart border" : mask.ToString().ToLowerInvariant();

    /// <summary>The masks of a radiograph that was made with <see cref="Structures"/>.</summary>
    public static TrueMasks Of(Radiograph radiograph)
    {
        byte[] flags = new byte[Architecture.Side * Architecture.Side];
        bool[] heart = radiograph.Mask(Structure.Heart);
        Add(flags, TrueMask.Lungs, radiograph.Mask(Structure.RightLung));
        Add(flags, TrueMask.Lungs, radiograph.Mask(Structure.LeftLung));
        Add(flags, TrueMask.Heart, heart);
        Add(flags, TrueMask.HeartBorder, Border(heart));
        Add(flags, TrueMask.Ribs, radiograph.Mask(Structure.Ribs));
        Add(flags, TrueMask.Spine, radiograph.Mask(Structure.Spine));
        Add(flags, TrueMask.Diaphragm, radiograph.Mask(Structure.Diaphragm));
        Add(flags, TrueMask.Lesion, radiograph.Mask(Structure.Lesion));
        return new TrueMasks(flags);
    }

    /// <summary>The masks on a map of 64, 32, 16 … rows: [side × side], bit k for mask k.</summary>
    public byte[] At(int side)
    {
        if (!_bySide.TryGetValue(side, out byte[]? flags))
        {
            flags = Coarse(_bySide[Architecture.Side], Architecture.Side / side, side);
            _bySide[side] = flags;
        }

        return flags;
    }

    /// <summary>One of the masks on a map of so many rows: [side × side].</summary>
    public bool[] At(int side, TrueMask mask) => Array.ConvertAll(At(side), flags => Has(flags, mask));

    /// <summary>Whether a place of such flags belongs to a mask.</summary>
    public static bool Has(byte flags, TrueMask mask) => (flags & (1 << (int)mask)) != 0;

    private static void Add(byte[] flags, TrueMask mask, bool[] pixels)
    {
        for (int i = 0; i < flags.Length; i++)
        {
            flags[i] |= (byte)(pixels[i] ? 1 << (int)mask : 0);
        }
    }

    // Pixels whose 3×3 neighbourhood is neither all heart nor all something else.
    private static bool[] Border(bool[] mask)
    {
        const int side = Architecture.Side;
        bool[] border = new bool[mask.Length];
        for (int row = 1; row < side - 1; row++)
        {
            for (int column = 1; column < side - 1; column++)
            {
                int inside = 0;
                for (int k = 0; k < 9; k++)
                {
                    inside += mask[((row + (k / 3) - 1) * side) + column + (k % 3) - 1] ? 1 : 0;
                }

                border[(row * side) + column] = inside is > 0 and < 9;
            }
        }

        return border;
    }

    private static byte[] Coarse(byte[] flags, int factor, int side)
    {
        byte[] coarse = new byte[side * side];
        int[] counts = new int[All.Count];
        for (int place = 0; place < coarse.Length; place++)
        {
            Array.Clear(counts);
            for (int k = 0; k < factor * factor; k++)
            {
                int row = (place / side * factor) + (k / factor);
                int column = (place % side * factor) + (k % factor);
                for (int mask = 0; mask < counts.Length; mask++)
                {
                    counts[mask] += (flags[(row * Architecture.Side) + column] >> mask) & 1;
                }
            }

            for (int mask = 0; mask < counts.Length; mask++)
            {
                coarse[place] |= (byte)(2 * counts[mask] >= factor * factor ? 1 << mask : 0);
            }
        }

        return coarse;
    }
}
