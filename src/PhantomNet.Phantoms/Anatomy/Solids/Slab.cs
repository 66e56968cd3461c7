namespace PhantomNet.Phantoms.Anatomy.Solids;

/// <summary>The points p with n·p ≤ h: one side of a plane.</summary>
/// <param name="Normal">n, a unit vector that points out of it.</param>
/// <param name="Offset">h, in cm.</param>
public readonly record struct HalfSpace(Vector Normal, double Offset)
{
    /// <summary>The side of a plane through a point that its outward normal points away from.</summary>
    public static HalfSpace Through(Vector point, Vector outward)
    {
        Vector normal = outward.Unit;
        return new HalfSpace(normal, normal.Dot(point));
    }

    /// <summary>Whether a point lies in it.</summary>
    public bool Contains(Vector point) => Normal.Dot(point) <= Offset;
}
