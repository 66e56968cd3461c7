using System.Text;

namespace PhantomNet.Exercises.Imaging.Shared;

/// <summary>The edge of a mask as the path of a drawing, in units of the mask's places.</summary>
public static class MaskOutline
{
    /// <summary>Every side of a place of the mask that no other place of it shares; empty for an empty mask.</summary>
    /// <param name="mask">[side × side].</param>
    /// <param name="side">Rows and columns.</param>
    public static string Path(bool[] mask, int side)
    {
        StringBuilder path = new();
        for (int place = 0; place < mask.Length; place++)
        {
            if (!mask[place])
            {
                continue;
            }

            int row = place / side;
            int column = place % side;
            AddUnless(row > 0 && mask[place - side], column, row, "h1");
            AddUnless(row < side - 1 && mask[place + side], column, row + 1, "h1");
            AddUnless(column > 0 && mask[place - 1], column, row, "v1");
            AddUnless(column < side - 1 && mask[place + 1], column + 1, row, "v1");
        }

        return path.ToString();

        void AddUnless(bool shared, int x, int y, string line)
        {
            if (!shared)
            {
                path.Append('M').Append(x).Append(' ').Append(y).Append(line);
            }
        }
    }
}
