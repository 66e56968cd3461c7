namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>
/// Turns fields into pixels. Strength is opacity over the plane's own ground, so that the same pixels serve the dark and the light
/// theme; the hues lie between those of the two.
/// </summary>
public static class FieldColours
{
    private static readonly (byte R, byte G, byte B) Normal = (43, 141, 201);
    private static readonly (byte R, byte G, byte B) Pneumonia = (218, 108, 42);
    private static readonly (byte R, byte G, byte B) Negative = (157, 90, 171);
    private static readonly (byte R, byte G, byte B) Positive = (77, 163, 91);

    /// <summary>The class that the threshold gives, stronger the farther the score lies from it; nothing where there is no score.</summary>
    /// <param name="scores">ŷ, [row, column]; NaN where there is none.</param>
    /// <param name="threshold">Pneumonia above it.</param>
    /// <param name="rgba">Receives [row, column, 4].</param>
    public static void Classes(ReadOnlySpan<float> scores, double threshold, Span<byte> rgba)
    {
        for (int i = 0; i < scores.Length; i++)
        {
            double score = scores[i];
            bool above = score > threshold;
            double distance = above ? (score - threshold) / (1 - threshold) : (threshold - score) / Math.Max(threshold, 1e-9);
            Put(rgba, i, above ? Pneumonia : Normal, double.IsNaN(score) ? 0 : 0.12 + (0.45 * distance));
        }
    }

    /// <summary>Purple below zero, green above, nothing at zero; the strongest value of the field is fully coloured.</summary>
    /// <returns>The size of that value, so that it can be written beside the picture.</returns>
    public static double Signed(ReadOnlySpan<float> values, Span<byte> rgba)
    {
        double largest = 0;
        foreach (float value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        for (int i = 0; i < values.Length; i++)
        {
            double strength = largest > 0 ? Math.Abs(values[i]) / largest : 0;
            Put(rgba, i, values[i] < 0 ? Negative : Positive, 0.85 * strength);
        }

        return largest;
    }

    private static void Put(Span<byte> rgba, int pixel, (byte R, byte G, byte B) colour, double opacity)
    {
        rgba[pixel * 4] = colour.R;
        rgba[(pixel * 4) + 1] = colour.G;
        rgba[(pixel * 4) + 2] = colour.B;
        rgba[(pixel * 4) + 3] = (byte)(255 * Math.Clamp(opacity, 0, 1));
    }
}
