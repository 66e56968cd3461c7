using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>A line over the field, from its first end to its second, in cm from the image's left and from its top.</summary>
public sealed record ProfileLine(double X1, double Y1, double X2, double Y2)
{
    /// <summary>The side of the field.</summary>
    public const double FieldCm = 40;

    /// <summary>Across both lungs.</summary>
    public static ProfileLine Default { get; } = new(2, 19, 38, 19);

    /// <summary>Its length in cm.</summary>
    public double LengthCm => Math.Sqrt(((X2 - X1) * (X2 - X1)) + ((Y2 - Y1) * (Y2 - Y1)));

    /// <summary>The same line within the field, to tenths of a cm.</summary>
    public ProfileLine Inside() => new(Inside(X1), Inside(Y1), Inside(X2), Inside(Y2));

    /// <summary>Reads one.</summary>
    public static ProfileLine Read(QueryReader query) =>
        new ProfileLine(
            query.Number("x1", Default.X1, 0, FieldCm),
            query.Number("y1", Default.Y1, 0, FieldCm),
            query.Number("x2", Default.X2, 0, FieldCm),
            query.Number("y2", Default.Y2, 0, FieldCm)
        ).Inside();

    /// <summary>Writes what differs from the default.</summary>
    public void Write(QueryWriter query) =>
        query
            .Number("x1", X1, Default.X1)
            .Number("y1", Y1, Default.Y1)
            .Number("x2", X2, Default.X2)
            .Number("y2", Y2, Default.Y2);

    private static double Inside(double cm) => double.IsFinite(cm) ? Math.Round(Math.Clamp(cm, 0, FieldCm), 1) : 0;
}
