using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>A pixel of an image, counted from 0 at the top left.</summary>
public readonly record struct PixelPlace(int Row, int Column)
{
    /// <summary>The place of an index in an image that is stored row by row.</summary>
    public static PixelPlace Of(int index, int side) => new(index / side, index % side);

    /// <summary>Its index in an image that is stored row by row.</summary>
    public int Index(int side) => (Row * side) + Column;

    /// <summary>Distance between the middles of two pixels, in pixels.</summary>
    public double DistanceTo(PixelPlace other) => Math.Sqrt(Math.Pow(Row - other.Row, 2) + Math.Pow(Column - other.Column, 2));

    /// <summary>The nearest place with both coordinates in a range.</summary>
    public PixelPlace Within(int least, int most) => new(Math.Clamp(Row, least, most), Math.Clamp(Column, least, most));

    /// <summary>Reads <c>row.column</c>.</summary>
    public static PixelPlace Read(QueryReader query, string key, PixelPlace fallback, int least, int most)
    {
        string[] parts = (query.Text(key) ?? "").Split('.');
        return parts.Length == 2 && int.TryParse(parts[0], out int row) && int.TryParse(parts[1], out int column)
            ? new PixelPlace(row, column).Within(least, most)
            : fallback;
    }

    /// <summary>Writes it, unless it is the fallback.</summary>
    public void Write(QueryWriter query, string key, PixelPlace fallback) =>
        query.Text(key, this == fallback ? null : $"{Row}.{Column}");

    /// <summary>For a reader: row 3, column 7.</summary>
    public override string ToString() => $"row {Row + 1}, column {Column + 1}";
}
