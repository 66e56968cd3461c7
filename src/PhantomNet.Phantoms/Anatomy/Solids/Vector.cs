using System.Runtime.CompilerServices;

namespace PhantomNet.Phantoms.Anatomy.Solids;

/// <summary>A place or a direction in the patient: x to the patient's left, y to the head, z to the front; in cm where it is a place.</summary>
/// <remarks>The operators ask to be inlined: a patient is made of little else, and the browser's
/// interpreter inlines nothing of their length unasked.</remarks>
/// <param name="X">To the patient's left.</param>
/// <param name="Y">To the head.</param>
/// <param name="Z">To the front.</param>
public readonly record struct Vector(double X, double Y, double Z)
{
    /// <summary>To the patient's left.</summary>
    public static Vector Left { get; } = new(1, 0, 0);

    /// <summary>To the head.</summary>
    public static Vector Up { get; } = new(0, 1, 0);

    /// <summary>To the front.</summary>
    public static Vector Front { get; } = new(0, 0, 1);

    /// <summary>Infinite in x, y and z.</summary>
    public static Vector Endless { get; } = new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>Its length.</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y) + (Z * Z));

    /// <summary>The same direction with length 1.</summary>
    public Vector Unit => this * (1 / Length);

    /// <summary>The inner product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Dot(Vector other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    /// <summary>The vector product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector Cross(Vector other) =>
        new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));

    /// <summary>The three coordinates. A record's own text would go through <see cref="Unit"/> without end.</summary>
    public override string ToString() => $"({X}, {Y}, {Z})";

    /// <summary>The sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>The difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector operator -(Vector a, Vector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>The opposite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector operator -(Vector a) => new(-a.X, -a.Y, -a.Z);

    /// <summary>Scaled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector operator *(Vector a, double factor) => new(a.X * factor, a.Y * factor, a.Z * factor);
}
