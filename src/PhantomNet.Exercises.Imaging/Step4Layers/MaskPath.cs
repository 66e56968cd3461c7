using System.Text;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>The outline of a region of places, as a path in units of places.</summary>
public static class MaskPath
{
    /// <summary>Every side between a place of the region and one that isn't, or the frame.</summary>
    public static string Of(int side, Func<int, bool> belongs)
    {
        StringBuilder path = new();
        for (int place = 0; place < side * side; place++)
        {
            if (!belongs(place))
            {
                continue;
            }

            int row = place / side;
            int column = place % side;
            Add(row == 0 || !belongs(place - side), $"M{column} {row}h1");
            Add(row == side - 1 || !belongs(place + side), $"M{column} {row + 1}h1");
            Add(column == 0 || !belongs(place - 1), $"M{column} {row}v1");
            Add(column == side - 1 || !belongs(place + 1), $"M{column + 1} {row}v1");
        }

        return path.ToString();

        void Add(bool isEdge, string line) => path.Append(isEdge ? line : "");
    }
}
