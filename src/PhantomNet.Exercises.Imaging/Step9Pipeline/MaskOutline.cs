using System.Text;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>The edge of a mask as the path of a drawing, in units of pixels.</summary>
public static class MaskOutline
{
    /// <summary>Every side of a pixel of the mask that no other pixel of it shares; empty for an empty mask.</summary>
    public static string Path(bool[] mask, int side)
    {
        StringBuilder path = new();
        for (int i = 0; i < mask.Length; i++)
        {
            if (!mask[i])
            {
                continue;
            }

            (int row, int column) = (i / side, i % side);
            AddUnless(IsIn(row - 1, column), $"M{column} {row}h1");
            AddUnless(IsIn(row + 1, column), $"M{column} {row + 1}h1");
            AddUnless(IsIn(row, column - 1), $"M{column} {row}v1");
            AddUnless(IsIn(row, column + 1), $"M{column + 1} {row}v1");
        }

        return path.ToString();

        bool IsIn(int row, int column) => row >= 0 && row < side && column >= 0 && column < side && mask[(row * side) + column];

        void AddUnless(bool shared, string line) => path.Append(shared ? "" : line);
    }
}
