using PhantomNet.Exercises.Imaging.Shared;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>Pixels of a picture, made again only when its values or its scale are others.</summary>
internal sealed class Painted
{
    private (float[] Values, double End)? _drawn;

    /// <summary>[side, side, 4].</summary>
    public byte[] Rgba { get; private set; } = [];

    /// <summary>A radiograph from black at 0 to white at 1; black while there is none.</summary>
    public byte[] Grey(float[]? values, int side) => Get(values, side, 0);

    /// <summary>A signed map, full at ±end; dark while there is none.</summary>
    public byte[] Signed(float[]? values, int side, double end) => Get(values, side, end > 0 ? end : 1);

    private byte[] Get(float[]? values, int side, double end)
    {
        if (values is null)
        {
            _drawn = null;
            // Another empty picture would be painted anew.
            Rgba = Rgba.Length == side * side * 4 ? Rgba : PixelColours.Signed(new float[side * side], 1);
            return Rgba;
        }

        if (_drawn is not { } drawn || !ReferenceEquals(drawn.Values, values) || drawn.End != end)
        {
            _drawn = (values, end);
            Rgba = end == 0 ? PixelColours.Grey(values) : PixelColours.Signed(values, end);
        }

        return Rgba;
    }
}
