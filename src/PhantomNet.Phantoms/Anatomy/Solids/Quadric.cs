using System.Runtime.CompilerServices;

namespace PhantomNet.Phantoms.Anatomy.Solids;

/// <summary>
/// A convex solid of the second degree: the points p with (p − c)ᵀ M (p − c) ≤ 1. M is symmetric and positive: all axes finite give an
/// ellipsoid, one infinite axis a cylinder of elliptic section. A ray meets it in one interval, found exactly.
/// </summary>
/// <param name="Centre">c, in cm.</param>
/// <param name="Xx">Of M, in 1/cm², as the five that follow.</param>
/// <param name="Yy">Of M.</param>
/// <param name="Zz">Of M.</param>
/// <param name="Xy">Of M.</param>
/// <param name="Xz">Of M.</param>
/// <param name="Yz">Of M.</param>
/// <param name="HalfSize">Half the sides of the box around it, in cm.</param>
public readonly record struct Quadric(
    Vector Centre,
    double Xx,
    double Yy,
    double Zz,
    double Xy,
    double Xz,
    double Yz,
    Vector HalfSize
)
{
    /// <summary>An ellipsoid with its axes along x, y and z.</summary>
    /// <param name="centre">In cm.</param>
    /// <param name="radii">Half its axes, in cm.</param>
    public static Quadric Ellipsoid(Vector centre, Vector radii) =>
        Ellipsoid(centre, Vector.Left * radii.X, Vector.Up * radii.Y, Vector.Front * radii.Z);

    /// <summary>
    /// The ellipsoid c + α a + β b + γ d for α² + β² + γ² ≤ 1. With a, b and d at right angles they are its half axes, in cm; else it is sheared.
    /// </summary>
    public static Quadric Ellipsoid(Vector centre, Vector a, Vector b, Vector d)
    {
        Vector half = new(
            Math.Sqrt((a.X * a.X) + (b.X * b.X) + (d.X * d.X)),
            Math.Sqrt((a.Y * a.Y) + (b.Y * b.Y) + (d.Y * d.Y)),
            Math.Sqrt((a.Z * a.Z) + (b.Z * b.Z) + (d.Z * d.Z))
        );
        double volume = 1 / a.Dot(b.Cross(d));
        return Of(centre, half, b.Cross(d) * volume, d.Cross(a) * volume, a.Cross(b) * volume);
    }

    /// <summary>An endless cylinder of elliptic section, with these half axes of the section, at right angles to each other, in cm.</summary>
    public static Quadric Cylinder(Vector centre, Vector a, Vector b)
    {
        Vector s = Scaled(a);
        Vector t = Scaled(b);
        return new Quadric(
            centre,
            (s.X * s.X) + (t.X * t.X),
            (s.Y * s.Y) + (t.Y * t.Y),
            (s.Z * s.Z) + (t.Z * t.Z),
            (s.X * s.Y) + (t.X * t.Y),
            (s.X * s.Z) + (t.X * t.Z),
            (s.Y * s.Z) + (t.Y * t.Z),
            Vector.Endless
        );
    }

    /// <summary>An endless cylinder of round section about a line.</summary>
    /// <param name="centre">A point of the line, in cm.</param>
    /// <param name="along">The line's direction, of length 1.</param>
    /// <param name="radiusCm">In cm.</param>
    public static Quadric RoundCylinder(Vector centre, Vector along, double radiusCm)
    {
        // What isn't along the line: M = (1 − u uᵀ) / r².
        double scale = 1 / (radiusCm * radiusCm);
        double x = along.X * scale;
        double y = along.Y * scale;
        double z = along.Z * scale;
        return new Quadric(
            centre,
            scale - (x * along.X),
            scale - (y * along.Y),
            scale - (z * along.Z),
            -x * along.Y,
            -x * along.Z,
            -y * along.Z,
            Vector.Endless
        );
    }

    /// <summary>Whether no box holds it.</summary>
    public bool IsEndless => double.IsInfinity(HalfSize.X);

    /// <summary>The box around it.</summary>
    public Box Bounds => Box.Around(Centre, HalfSize);

    /// <summary>M times a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector Times(Vector v) =>
        new((Xx * v.X) + (Xy * v.Y) + (Xz * v.Z), (Xy * v.X) + (Yy * v.Y) + (Yz * v.Z), (Xz * v.X) + (Yz * v.Y) + (Zz * v.Z));

    /// <summary>Whether a point lies in it.</summary>
    public bool Contains(Vector point)
    {
        Vector from = point - Centre;
        return from.Dot(Times(from)) <= 1;
    }

    // A half axis of length r contributes its unit vector u as u uᵀ / r², which is s sᵀ with s = u / r.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector Scaled(Vector axis) => axis * (1 / axis.Dot(axis));

    private static Quadric Of(Vector centre, Vector half, Vector a, Vector b, Vector c) =>
        new(
            centre,
            (a.X * a.X) + (b.X * b.X) + (c.X * c.X),
            (a.Y * a.Y) + (b.Y * b.Y) + (c.Y * c.Y),
            (a.Z * a.Z) + (b.Z * b.Z) + (c.Z * c.Z),
            (a.X * a.Y) + (b.X * b.Y) + (c.X * c.Y),
            (a.X * a.Z) + (b.X * b.Z) + (c.X * c.Z),
            (a.Y * a.Z) + (b.Y * b.Z) + (c.Y * c.Z),
            half
        );
}
