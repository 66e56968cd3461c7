namespace PhantomNet.Phantoms.Anatomy.Solids;

/// <summary>The points p with low ≤ n·p ≤ high: what lies between two parallel planes, or on one side of a plane.</summary>
/// <param name="Normal">n, a unit vector.</param>
/// <param name="Low">In cm; −∞ for a half-space.</param>
/// <param name="High">In cm.</param>
public readonly record struct Slab(Vector Normal, double Low, double High)
{
    /// <summary>The half-space on the side of a plane through a point that its outward normal points away from.</summary>
    public static Slab HalfSpace(Vector point, Vector outward)
    {
        Vector normal = outward.Unit;
        return new Slab(normal, double.NegativeInfinity, normal.Dot(point));
    }

    /// <summary>What lies between two points, as a straight line from one to the other sees it.</summary>
    /// <param name="from">A point of one plane.</param>
    /// <param name="to">A point of the other.</param>
    /// <param name="along">The direction from the first to the second, of length 1.</param>
    public static Slab Between(Vector from, Vector to, Vector along) => new(along, along.Dot(from), along.Dot(to));

    /// <summary>Whether a point lies in it.</summary>
    public bool Contains(Vector point)
    {
        double height = Normal.Dot(point);
        return Low <= height && height <= High;
    }
}
