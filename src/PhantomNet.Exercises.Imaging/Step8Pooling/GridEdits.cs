using System.Text;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>
/// Numbers that a student has put in some places of a grid, as a short text for the address: place_value, joined by dots. A place
/// counts in rows of <see cref="Side"/>, so that it stays where it is when the grid is made smaller or larger.
/// </summary>
public static class GridEdits
{
    /// <summary>Side of the largest grid.</summary>
    public const int Side = 7;

    /// <summary>The largest number, and minus the smallest.</summary>
    public const int Largest = 9;

    /// <summary>The place of a row and a column.</summary>
    public static int Place(int row, int column) => (row * Side) + column;

    /// <summary>What a text says; what isn't understood is left out.</summary>
    public static SortedDictionary<int, int> Read(string? text)
    {
        SortedDictionary<int, int> edits = [];
        foreach (string part in (text ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                part.Split('_') is [string place, string value]
                && int.TryParse(place, out int at)
                && int.TryParse(value, out int number)
                && at is >= 0 and < Side * Side
            )
            {
                edits[at] = Math.Clamp(number, -Largest, Largest);
            }
        }

        return edits;
    }

    /// <summary>The same edits in one way of writing.</summary>
    public static string Canonical(string? text) => Write(Read(text));

    /// <summary>The edits with one more.</summary>
    public static string With(string text, int place, int value)
    {
        SortedDictionary<int, int> edits = Read(text);
        edits[place] = Math.Clamp(value, -Largest, Largest);
        return Write(edits);
    }

    private static string Write(SortedDictionary<int, int> edits)
    {
        StringBuilder text = new();
        foreach ((int place, int value) in edits)
        {
            text.Append(text.Length == 0 ? "" : ".").Append(place).Append('_').Append(value);
        }

        return text.ToString();
    }
}
