using System.Runtime.InteropServices;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>A stage's values, or the difference of two, as grey pixels; made a few rows at a time.</summary>
/// <param name="image">What is shown.</param>
/// <param name="minus">What is subtracted, of the same size; null for nothing.</param>
/// <param name="scale">How.</param>
public sealed class GreyPicture(StageImage image, StageImage? minus, DisplayScale scale)
{
    private readonly byte[] _rgba = new byte[image.Size * image.Size * 4];
    private int _row;

    /// <summary>What is shown.</summary>
    public StageImage Image => image;

    /// <summary>How.</summary>
    public DisplayScale Scale => scale;

    /// <summary>Rows and columns.</summary>
    public int Size => image.Size;

    /// <summary>[Size, Size, 4].</summary>
    public ReadOnlySpan<byte> Rgba => _rgba;

    /// <summary>Whether every row is done.</summary>
    public bool IsComplete => _row == Size;

    /// <summary>Whether it would come out the same.</summary>
    public bool Shows(StageImage other, StageImage? otherMinus, DisplayScale otherScale) =>
        ReferenceEquals(image, other) && ReferenceEquals(minus, otherMinus) && scale == otherScale;

    /// <summary>Does up to so many rows.</summary>
    /// <returns>How many it did.</returns>
    public int Advance(int rows)
    {
        int last = Math.Min(Size, _row + rows);
        int did = last - _row;
        int from = _row * Size;
        int count = did * Size;
        Span<uint> pixels = MemoryMarshal.Cast<byte, uint>(_rgba.AsSpan()).Slice(from, count);
        ReadOnlySpan<float> values = image.Values.Slice(from, count);
        ReadOnlySpan<float> others = minus is null ? [] : minus.Values.Slice(from, count);
        float factor = (float)(255 / (scale.White - scale.Black));
        float offset = (float)(0.5 - (scale.Black * factor));
        for (int i = 0; i < count; i++)
        {
            float value = others.IsEmpty ? values[i] : values[i] - others[i];
            float grey = (value * factor) + offset;
            uint level =
                grey < 0 ? 0
                : grey > 255 ? 255
                : (uint)grey;
            pixels[i] = 0xFF000000 | (level * 0x010101);
        }

        _row = last;
        return did;
    }
}
