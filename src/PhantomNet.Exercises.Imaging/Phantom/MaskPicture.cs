using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>Where structures are, as pixels to lay over the image: a tint within, a stronger edge. Made a few rows at a time.</summary>
/// <param name="radiograph">Whose structures.</param>
/// <param name="overlays">Which.</param>
public sealed class MaskPicture(Radiograph radiograph, Overlays overlays)
{
    private const byte EdgeAlpha = 230;

    // Colours of neither class and of no sign, bright on black and on white.
    private static readonly Layer[] _layers =
    [
        new(Overlays.Ribs, 0.1f, 0xD9, 0xD2, 0xB0, 36, Structure.Ribs),
        new(Overlays.Lungs, 0.5f, 0x35, 0xD0, 0xC0, 24, Structure.RightLung, Structure.LeftLung),
        new(Overlays.Heart, 0.5f, 0xFF, 0x7F, 0xA8, 36, Structure.Heart),
        new(Overlays.Lesion, (float)Radiograph.MaskThresholdCm, 0xFF, 0xE1, 0x4D, 60, Structure.Lesion),
    ];

    private readonly byte[] _rgba = new byte[radiograph.Size * radiograph.Size * 4];
    private int _row;

    /// <summary>Rows and columns.</summary>
    public int Size => radiograph.Size;

    /// <summary>[Size, Size, 4].</summary>
    public ReadOnlySpan<byte> Rgba => _rgba;

    /// <summary>Whether every row is done.</summary>
    public bool IsComplete => _row == Size;

    /// <summary>Whether it would come out the same.</summary>
    public bool Shows(Radiograph other, Overlays otherOverlays) =>
        ReferenceEquals(radiograph, other) && overlays == otherOverlays;

    /// <summary>Does up to so many rows.</summary>
    /// <returns>How many it did.</returns>
    public int Advance(int rows)
    {
        int last = overlays == Overlays.None ? Size : Math.Min(Size, _row + rows);
        int did = last - _row;
        foreach (Layer layer in _layers)
        {
            if (overlays.HasFlag(layer.Overlay))
            {
                foreach (Structure structure in layer.Structures)
                {
                    Mark(layer, radiograph.ThicknessCm(structure).Span, _row, last);
                }
            }
        }

        _row = last;
        return did;
    }

    private void Mark(Layer layer, ReadOnlySpan<float> thickness, int row, int last)
    {
        int size = Size;
        float least = layer.ThresholdCm;
        for (; row < last; row++)
        {
            for (int column = 0; column < size; column++)
            {
                int i = (row * size) + column;
                if (thickness[i] >= least)
                {
                    bool isInside =
                        column > 0
                        && column < size - 1
                        && row > 0
                        && row < size - 1
                        && thickness[i - 1] >= least
                        && thickness[i + 1] >= least
                        && thickness[i - size] >= least
                        && thickness[i + size] >= least;
                    _rgba[i * 4] = layer.Red;
                    _rgba[(i * 4) + 1] = layer.Green;
                    _rgba[(i * 4) + 2] = layer.Blue;
                    _rgba[(i * 4) + 3] = isInside ? layer.Alpha : EdgeAlpha;
                }
            }
        }
    }

    /// <summary>How one overlay is drawn.</summary>
    private sealed record Layer(
        Overlays Overlay,
        float ThresholdCm,
        byte Red,
        byte Green,
        byte Blue,
        byte Alpha,
        params Structure[] Structures
    );
}
