using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>The numbers at a stage, as pictures: feature maps, or a vector laid out in rows.</summary>
public sealed class StageMaps
{
    private const int Gap = 1;

    /// <summary>Lays them out.</summary>
    /// <param name="shape">Shape of what leaves the stage.</param>
    /// <param name="before">Shape of what comes into it: a flattened map becomes a row.</param>
    /// <param name="values">The numbers.</param>
    public StageMaps(Shape shape, Shape before, float[] values)
    {
        Values = values;
        IsVector = shape.IsVector;
        (Count, Rows, Columns) =
            !shape.IsVector ? (shape.Channels, shape.Height, shape.Width)
            : !before.IsVector ? (1, before.Channels, before.Height * before.Width)
            : (1, (shape.Length + VectorColumns - 1) / VectorColumns, Math.Min(VectorColumns, shape.Length));
        Largest = PixelColours.LargestSize(values);
        TilesAcross =
            Count <= 1 ? 1
            : Count <= 16 ? 4
            : 8;
    }

    private const int VectorColumns = 8;

    /// <summary>All numbers: [Count, Rows, Columns].</summary>
    public float[] Values { get; }

    /// <summary>Whether they have no place in the image any more.</summary>
    public bool IsVector { get; }

    /// <summary>How many maps there are; a vector is one.</summary>
    public int Count { get; }

    /// <summary>Of one map.</summary>
    public int Rows { get; }

    /// <summary>Of one map.</summary>
    public int Columns { get; }

    /// <summary>The largest size of any number: the end of a scale that clips nothing.</summary>
    public double Largest { get; }

    /// <summary>Maps side by side in the sheet of all of them.</summary>
    public int TilesAcross { get; }

    /// <summary>Rows of maps in it.</summary>
    public int TilesDown => (Count + TilesAcross - 1) / TilesAcross;

    /// <summary>Columns of the sheet, with a line between maps.</summary>
    public int SheetColumns => (TilesAcross * (Columns + Gap)) - Gap;

    /// <summary>Rows of the sheet.</summary>
    public int SheetRows => (TilesDown * (Rows + Gap)) - Gap;

    /// <summary>Where a number stands in <see cref="Values"/>.</summary>
    public int IndexOf(int map, int row, int column) => (((map * Rows) + row) * Columns) + column;

    /// <summary>The numbers of one map.</summary>
    public ReadOnlySpan<float> Map(int map) => Values.AsSpan(map * Rows * Columns, Rows * Columns);

    /// <summary>The largest size of any number of a map.</summary>
    public double LargestOf(int map) => PixelColours.LargestSize(Map(map));

    /// <summary>All maps in one picture, as shares of the largest size of any number: of its own map, or of all.</summary>
    public float[] Sheet(bool ofOwnMap)
    {
        float[] sheet = new float[SheetRows * SheetColumns];
        for (int map = 0; map < Count; map++)
        {
            (int top, int left) = Corner(map);
            double end = ofOwnMap ? LargestOf(map) : Largest;
            float scale = end > 0 ? (float)(1 / end) : 0;
            for (int row = 0; row < Rows; row++)
            {
                int to = ((top + row) * SheetColumns) + left;
                for (int column = 0; column < Columns; column++)
                {
                    sheet[to + column] = Values[IndexOf(map, row, column)] * scale;
                }
            }
        }

        return sheet;
    }

    /// <summary>First row and column of a map in the sheet.</summary>
    public (int Top, int Left) Corner(int map) => (map / TilesAcross * (Rows + Gap), map % TilesAcross * (Columns + Gap));

    /// <summary>The map at a place of the sheet.</summary>
    public int MapAt(int row, int column) =>
        Math.Min((row / (Rows + Gap) * TilesAcross) + (column / (Columns + Gap)), Count - 1);
}
