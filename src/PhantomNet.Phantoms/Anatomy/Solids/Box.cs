namespace PhantomNet.Phantoms.Anatomy.Solids;

/// <summary>A box along the axes, in cm; a side may be infinite.</summary>
/// <param name="Low">The corner of the smallest coordinates.</param>
/// <param name="High">The corner of the largest.</param>
public readonly record struct Box(Vector Low, Vector High)
{
    /// <summary>The box of this middle and half its sides.</summary>
    public static Box Around(Vector centre, Vector half) => new(centre - half, centre + half);

    /// <summary>What both hold.</summary>
    public Box And(Box other) =>
        new(
            new(Math.Max(Low.X, other.Low.X), Math.Max(Low.Y, other.Low.Y), Math.Max(Low.Z, other.Low.Z)),
            new(Math.Min(High.X, other.High.X), Math.Min(High.Y, other.High.Y), Math.Min(High.Z, other.High.Z))
        );
}
