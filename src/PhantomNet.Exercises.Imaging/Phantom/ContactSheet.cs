using System.Runtime.InteropServices;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>Images with their labels, to be looked at some at a time.</summary>
/// <param name="size">Rows and columns of each.</param>
public sealed class ContactSheet(int size)
{
    /// <summary>Images beside one another.</summary>
    public const int Columns = 8;

    /// <summary>Images below one another.</summary>
    public const int Rows = 5;

    /// <summary>Images of a page.</summary>
    public const int PerPage = Columns * Rows;

    private readonly List<byte[]> _images = [];
    private readonly List<int> _labels = [];

    /// <summary>Rows and columns of each.</summary>
    public int Size => size;

    /// <summary>How many there are.</summary>
    public int Count => _images.Count;

    /// <summary>0 Normal, 1 Pneumonia.</summary>
    public IReadOnlyList<int> Labels => _labels;

    /// <summary>How many are of each class: Normal, Pneumonia.</summary>
    public (int Normal, int Pneumonia) Classes { get; private set; }

    /// <summary>Pages, 1 at least.</summary>
    public int Pages => Math.Max(1, (Count + PerPage - 1) / PerPage);

    /// <summary>Pixels of a page from left to right: a gap of one pixel between images.</summary>
    public int Width => (Columns * (size + 1)) - 1;

    /// <summary>From top to bottom.</summary>
    public int Height => (Rows * (size + 1)) - 1;

    /// <summary>Adds one.</summary>
    /// <param name="grey">[size, size].</param>
    /// <param name="label">0 or 1.</param>
    public void Add(byte[] grey, int label)
    {
        _images.Add(grey);
        _labels.Add(label);
        Classes = (Classes.Normal + 1 - label, Classes.Pneumonia + label);
    }

    /// <summary>How many images a page has.</summary>
    public int CountOf(int page) => Math.Clamp(Count - (page * PerPage), 0, PerPage);

    /// <summary>A page's pixels: [Height, Width, 4], clear where there is no image.</summary>
    public byte[] Draw(int page)
    {
        byte[] rgba = new byte[Width * Height * 4];
        Span<uint> pixels = MemoryMarshal.Cast<byte, uint>(rgba.AsSpan());
        for (int place = 0; place < CountOf(page); place++)
        {
            byte[] image = _images[(page * PerPage) + place];
            int left = place % Columns * (size + 1);
            int top = place / Columns * (size + 1);
            for (int row = 0; row < size; row++)
            {
                Span<uint> line = pixels.Slice(((top + row) * Width) + left, size);
                for (int column = 0; column < size; column++)
                {
                    line[column] = 0xFF000000 | (image[(row * size) + column] * 0x010101u);
                }
            }
        }

        return rgba;
    }
}
