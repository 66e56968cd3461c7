namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>
/// Shift then convolve, against convolve then shift. What a shift brings in from outside is 0, as the padding is.
/// </summary>
public sealed class ShiftTest
{
    private readonly int _side;
    private readonly int _right;
    private readonly int _down;

    /// <summary>Runs both.</summary>
    /// <param name="image">[side, side].</param>
    /// <param name="side">Rows and columns.</param>
    /// <param name="weights">Nine, row by row.</param>
    /// <param name="stride">Pixels between neighbouring outputs.</param>
    /// <param name="right">Pixels to the right; to the left below 0.</param>
    /// <param name="down">Pixels downwards; upwards below 0.</param>
    public ShiftTest(float[] image, int side, float[] weights, int stride, int right, int down)
    {
        (_side, _right, _down) = (side, right, down);
        Moved = Shifted(image);
        Before = new FeatureMap(image, side, weights, stride);
        After = new FeatureMap(Moved, side, weights, stride);
        Best = Candidates(right, stride)
            .SelectMany(across => Candidates(down, stride).Select(along => Compare(across, along)))
            .MinBy(match => match.Inside)!;
        (SamePlace, _, _) = LargestDifferences(0, 0, new float[After.Values.Length]);
    }

    /// <summary>The image after the shift.</summary>
    public float[] Moved { get; }

    /// <summary>The map of the image as it was.</summary>
    public FeatureMap Before { get; }

    /// <summary>The map of the shifted image.</summary>
    public FeatureMap After { get; }

    /// <summary>The shift of the map, in whole places, that comes nearest to the map of the shifted image.</summary>
    public ShiftMatch Best { get; }

    /// <summary>Whether the stride goes into the shift.</summary>
    public bool IsWhole => _right % Before.Stride == 0 && _down % Before.Stride == 0;

    /// <summary>The largest change of the map at one place, borders left out: above 0, it isn't invariant.</summary>
    public double SamePlace { get; }

    /// <summary>Moves a mask of pixels as the image was moved.</summary>
    public bool[] MovedMask(bool[] mask) => Shifted(mask);

    private T[] Shifted<T>(T[] pixels)
    {
        T[] moved = new T[pixels.Length];
        for (int row = Math.Max(0, _down); row < Math.Min(_side, _side + _down); row++)
        {
            for (int column = Math.Max(0, _right); column < Math.Min(_side, _side + _right); column++)
            {
                moved[(row * _side) + column] = pixels[((row - _down) * _side) + column - _right];
            }
        }

        return moved;
    }

    private static IEnumerable<int> Candidates(int pixels, int stride)
    {
        int below = (int)Math.Floor((double)pixels / stride);
        return pixels % stride == 0 ? [below] : [below, below + 1];
    }

    private ShiftMatch Compare(int across, int along)
    {
        float[] difference = new float[After.Values.Length];
        (double inside, double atBorders, int places) = LargestDifferences(across, along, difference);
        return new ShiftMatch(across, along, inside, atBorders, places, difference);
    }

    // Only places with a counterpart are compared: what came in from outside has none.
    private (double Inside, double AtBorders, int Places) LargestDifferences(int across, int along, float[] difference)
    {
        (double inside, double atBorders, int places) = (0, 0, 0);
        for (int row = 0; row < After.Side; row++)
        {
            for (int column = 0; column < After.Side; column++)
            {
                (int fromRow, int fromColumn) = (row - along, column - across);
                if (fromRow < 0 || fromRow >= Before.Side || fromColumn < 0 || fromColumn >= Before.Side)
                {
                    continue;
                }

                float off = After[row, column] - Before[fromRow, fromColumn];
                difference[(row * After.Side) + column] = off;
                bool isInside =
                    SeesOnly(row, _down) && SeesOnly(column, _right) && SeesOnly(fromRow, 0) && SeesOnly(fromColumn, 0);
                places += isInside ? 1 : 0;
                inside = isInside ? Math.Max(inside, Math.Abs(off)) : inside;
                atBorders = isInside ? atBorders : Math.Max(atBorders, Math.Abs(off));
            }
        }

        return (inside, atBorders, places);
    }

    // Whether a window meets nothing but pixels of the image as it was taken: no padding, and nothing that a shift brought in.
    private bool SeesOnly(int place, int shift)
    {
        int middle = place * Before.Stride;
        return middle - 1 >= Math.Max(0, shift) && middle + 1 <= Math.Min(_side, _side + shift) - 1;
    }
}
