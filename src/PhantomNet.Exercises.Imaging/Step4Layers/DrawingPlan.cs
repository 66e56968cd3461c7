using System.Text;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>Where the boxes of a network's drawing are: a column for the image, one for each layer, one for the outputs.</summary>
/// <param name="architecture">The network.</param>
public sealed class DrawingPlan(Architecture architecture)
{
    private const double LargestBox = 24;
    private const int Outputs = 2;

    /// <summary>Of the drawing.</summary>
    public const int Width = 700;

    /// <summary>Of the drawing; the same for every network, so that nothing below it jumps.</summary>
    public const int Height = 216;

    /// <summary>How many columns there are.</summary>
    public int Columns => architecture.Layers + 2;

    /// <summary>Each is as wide as the others.</summary>
    public double ColumnWidth => (double)Width / Columns;

    /// <summary>Where a column starts.</summary>
    public double Left(int column) => column * ColumnWidth;

    /// <summary>How many boxes a column has.</summary>
    public int Boxes(int column) =>
        column == 0 ? 1
        : column <= architecture.Layers ? architecture.Filters
        : Outputs;

    /// <summary>Corner and side of a box; a larger map has a larger box, but not in proportion.</summary>
    public (double X, double Y, double Side) Box(int column, int box)
    {
        double side =
            column > architecture.Layers
                ? 12
                : LargestBox
                    * Math.Pow(
                        (column == 0 ? Architecture.Side : architecture.MapSide(column)) / (double)Architecture.Side,
                        0.3
                    );
        double pitch = Math.Min(Height / (double)Boxes(column), 48);
        double middle = (Height / 2.0) + ((box - ((Boxes(column) - 1) / 2.0)) * pitch);
        return (Left(column) + ((ColumnWidth - side) / 2), middle - (side / 2), side);
    }

    /// <summary>Lines from every box of the column before to every box of this one.</summary>
    public string Wires(int column) => WiresTo(column, Enumerable.Range(0, Boxes(column)));

    /// <summary>Only those to its first box.</summary>
    public string WiresOfFirst(int column) => WiresTo(column, [0]);

    private string WiresTo(int column, IEnumerable<int> boxes)
    {
        StringBuilder path = new();
        foreach (int box in boxes)
        {
            (double x, double y, double side) = Box(column, box);
            for (int before = 0; before < Boxes(column - 1); before++)
            {
                (double fromX, double fromY, double fromSide) = Box(column - 1, before);
                path.Append($"M{fromX + fromSide:F1} {fromY + (fromSide / 2):F1}L{x:F1} {y + (side / 2):F1}");
            }
        }

        return path.ToString();
    }
}
