namespace PhantomNet.Exercises.Imaging.Shared;

/// <summary>Turns values into pixels, [rows × columns, 4], opaque; a scale is always given, so that it can be printed beside the picture.</summary>
public static class PixelColours
{
    // Between the dark and the light theme's hues of the signs.
    private static readonly (byte R, byte G, byte B) Negative = (178, 112, 192);
    private static readonly (byte R, byte G, byte B) Positive = (92, 184, 108);
    private static readonly (byte R, byte G, byte B) Zero = (24, 29, 36);

    /// <summary>From black at <paramref name="black"/> to white at <paramref name="white"/>; what lies beyond is the end's colour.</summary>
    public static byte[] Grey(ReadOnlySpan<float> values, double black = 0, double white = 1)
    {
        byte[] rgba = new byte[values.Length * 4];
        double factor = white > black ? 255 / (white - black) : 0;
        for (int i = 0; i < values.Length; i++)
        {
            byte grey = (byte)Math.Clamp(((values[i] - black) * factor) + 0.5, 0, 255);
            Put(rgba, i, grey, grey, grey);
        }

        return rgba;
    }

    /// <summary>Dark at zero, purple below and green above it, full at ±<paramref name="end"/>.</summary>
    public static byte[] Signed(ReadOnlySpan<float> values, double end)
    {
        byte[] rgba = new byte[values.Length * 4];
        double perEnd = end > 0 ? 1 / end : 0;
        for (int i = 0; i < values.Length; i++)
        {
            double share = Math.Clamp(Math.Abs(values[i]) * perEnd, 0, 1);
            (byte R, byte G, byte B) full = values[i] < 0 ? Negative : Positive;
            Put(rgba, i, Mixed(Zero.R, full.R, share), Mixed(Zero.G, full.G, share), Mixed(Zero.B, full.B, share));
        }

        return rgba;
    }

    /// <summary>The largest size of any value: the end of a scale that clips nothing.</summary>
    public static double LargestSize(ReadOnlySpan<float> values)
    {
        float largest = 0;
        foreach (float value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    private static byte Mixed(byte from, byte to, double share) => (byte)(from + (share * (to - from)) + 0.5);

    private static void Put(byte[] rgba, int pixel, byte red, byte green, byte blue)
    {
        rgba[pixel * 4] = red;
        rgba[(pixel * 4) + 1] = green;
        rgba[(pixel * 4) + 2] = blue;
        rgba[(pixel * 4) + 3] = 255;
    }
}
