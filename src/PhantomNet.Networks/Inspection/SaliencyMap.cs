namespace PhantomNet.Networks.Inspection;

/// <summary>A number for each place of a grid over an image: how much it mattered, by some measure.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Values">[height, width].</param>
public sealed record SaliencyMap(int Height, int Width, float[] Values)
{
    /// <summary>The value at a place.</summary>
    public float this[int row, int column] => Values[(row * Width) + column];

    /// <summary>
    /// The same map on another grid that covers the same image, linear between the middles of its cells and constant beyond the
    /// outer ones. It gets larger, not sharper.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    public SaliencyMap ResizedTo(int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        float[] values = new float[height * width];
        for (int row = 0; row < height; row++)
        {
            (int top, int bottom, float down) = Between(row, height, Height);
            for (int column = 0; column < width; column++)
            {
                (int left, int right, float along) = Between(column, width, Width);
                float above = this[top, left] + (along * (this[top, right] - this[top, left]));
                float below = this[bottom, left] + (along * (this[bottom, right] - this[bottom, left]));
                values[(row * width) + column] = above + (down * (below - above));
            }
        }

        return new SaliencyMap(height, width, values);
    }

    // The old cells whose middles lie on both sides of a new cell's middle, and how far it is from the first to the second.
    private static (int Before, int After, float Part) Between(int index, int newLength, int oldLength)
    {
        float place = Math.Clamp(((index + 0.5f) * oldLength / newLength) - 0.5f, 0, oldLength - 1);
        int before = (int)place;
        return (before, Math.Min(before + 1, oldLength - 1), place - before);
    }
}
