using System.Text;
using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>
/// Points as an address can hold them: five characters each, a class (0 or 1) and both coordinates in steps of 0.002 as two digits
/// of base 36. Equal when they read the same.
/// </summary>
public sealed class PointList : IEquatable<PointList>
{
    /// <summary>More would make an address that some servers refuse.</summary>
    public const int MaxPoints = 300;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string Empty = "-";
    private const double Step = 0.002;
    private const int PointLength = 5;
    private const int Zero = 648; // half of 36²

    private readonly string _text;

    private PointList(string text, LabelledPoint[] points)
    {
        _text = text;
        Points = points;
    }

    /// <summary>The points, rounded to what the text can hold.</summary>
    public IReadOnlyList<LabelledPoint> Points { get; }

    /// <summary>Rounds the points and keeps the first <see cref="MaxPoints"/>.</summary>
    public static PointList Of(IEnumerable<LabelledPoint> points)
    {
        StringBuilder text = new();
        foreach (LabelledPoint point in points.Take(MaxPoints))
        {
            text.Append(point.Label);
            Append(text, point.X1);
            Append(text, point.X2);
        }

        return Read(text.Length == 0 ? Empty : text.ToString())!;
    }

    /// <summary>
    /// Reads such a text. A malformed point is left out; <c>-</c> is the empty list, and a text with no point in it is null.
    /// </summary>
    public static PointList? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        List<LabelledPoint> points = [];
        StringBuilder kept = new();
        for (int i = 0; i + PointLength <= text.Length && points.Count < MaxPoints; i += PointLength)
        {
            string code = text.Substring(i, PointLength);
            if (code[0] is '0' or '1' && Coordinate(code, 1) is { } x1 && Coordinate(code, 3) is { } x2)
            {
                points.Add(new LabelledPoint(x1, x2, code[0] - '0'));
                kept.Append(code);
            }
        }

        return points.Count > 0 ? new PointList(kept.ToString(), [.. points])
            : text == Empty ? new PointList(Empty, [])
            : null;
    }

    /// <inheritdoc/>
    public bool Equals(PointList? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PointList);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => _text;

    private static void Append(StringBuilder text, double coordinate)
    {
        int steps = (int)Math.Clamp(Math.Round(coordinate / Step) + Zero, 0, (Zero * 2) - 1);
        text.Append(Digits[steps / 36]).Append(Digits[steps % 36]);
    }

    private static double? Coordinate(string code, int start)
    {
        int high = Digits.IndexOf(code[start], StringComparison.Ordinal);
        int low = Digits.IndexOf(code[start + 1], StringComparison.Ordinal);
        return high < 0 || low < 0 ? null : Math.Round(((high * 36) + low - Zero) * Step, 3);
    }
}
