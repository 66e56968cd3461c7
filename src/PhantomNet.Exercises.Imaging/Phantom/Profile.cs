namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>The values of the pixels that a line passes, one after another.</summary>
public static class Profile
{
    /// <summary>Distance from the line's first end in cm, and the value of the pixel there; about one point per pixel, two at least.</summary>
    public static IReadOnlyList<(double Cm, double Value)> Of(StageImage image, ProfileLine line)
    {
        double pixels = line.LengthCm / ProfileLine.FieldCm * image.Size;
        int steps = Math.Max(1, (int)Math.Ceiling(pixels));
        var points = new (double, double)[steps + 1];
        for (int step = 0; step <= steps; step++)
        {
            double share = (double)step / steps;
            int column = PixelAt(line.X1 + (share * (line.X2 - line.X1)), image.Size);
            int row = PixelAt(line.Y1 + (share * (line.Y2 - line.Y1)), image.Size);
            points[step] = (share * line.LengthCm, image[row, column]);
        }

        return points;
    }

    /// <summary>The row or column that holds a place, in cm from the image's top or left.</summary>
    public static int PixelAt(double cm, int size) => Math.Clamp((int)(cm / ProfileLine.FieldCm * size), 0, size - 1);
}
