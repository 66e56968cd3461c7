namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>A radiograph as this step needs it.</summary>
/// <param name="Side">Rows and columns.</param>
/// <param name="Pixels">Within the window of the display, 0 to 1. [Side, Side]</param>
/// <param name="Lesion">Where the lesion is. [Side, Side]</param>
public sealed record TakenImage(int Side, float[] Pixels, bool[] Lesion)
{
    /// <summary>The pixel nearest to the middle of the lesion; null where there is none, as outside of the lung.</summary>
    public (int Row, int Column)? LesionMiddle
    {
        get
        {
            (double row, double column, int count) = (0, 0, 0);
            for (int i = 0; i < Lesion.Length; i++)
            {
                if (Lesion[i])
                {
                    (row, column, count) = (row + (i / Side), column + (i % Side), count + 1);
                }
            }

            return count == 0 ? null : ((int)Math.Round(row / count), (int)Math.Round(column / count));
        }
    }
}
