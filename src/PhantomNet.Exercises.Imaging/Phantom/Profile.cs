namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>The values of the pixels that a line passes, one after another.</summary>
public static class Profile
{
    /// <summary>
    /// Distance from the line's first end in cm, and the value of the pixel there: at the middles of as many equal parts of the line as it is pixels long.
    /// </summary>
    public static IReadOnlyList<(double Cm, double Value)> Of(StageImage image, ProfileLine line)
    {
        double pixels = line.LengthCm / ProfileLine.FieldCm * image.Size;
        var points = new (double, double)[Math.Max(2, (int)Math.Round(pixels))];
        for (int i = 0; i < points.Length; i++)
        {
            double share = (i + 0.5) / points.Length;
            int column = PixelAt(line.X1 + (share * (line.X2 - line.X1)), image.Size);
            int row = PixelAt(line.Y1 + (share * (line.Y2 - line.Y1)), image.Size);
            points[i] = (share * line.LengthCm, image[row, column]);
        }

        return points;
    }

    /// <summary>The row or column that holds a place, in cm from the image's top or left.</summary>
    public static int PixelAt(double cm, int size) => Math.Clamp((int)(cm / ProfileLine.FieldCm * size), 0, size - 1);
}
