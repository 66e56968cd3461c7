using PhantomNet.Phantoms.Anatomy.Solids;

namespace PhantomNet.Phantoms.Anatomy.Parts;

/// <summary>
/// One lung with its hull, before heart, mediastinum and diaphragm take their place from it: the upper part of a large ellipsoid whose apex leans to
/// the middle.
/// </summary>
/// <param name="Side">−1 the patient's right, 1 the left.</param>
/// <param name="MiddleX">Distance of its axis from the middle at the height <paramref name="MiddleY"/>, in cm.</param>
/// <param name="MiddleY">Where it is widest, in cm.</param>
/// <param name="Radii">Half its width, height and depth, in cm.</param>
/// <param name="Lean">How far the axis comes to the middle on each cm upwards.</param>
/// <param name="Base">Where the lowest recess ends, in cm.</param>
internal sealed record LungShape(int Side, double MiddleX, double MiddleY, Vector Radii, double Lean, double Base)
{
    private const double MiddleZ = -0.4;

    public double Apex => MiddleY + Radii.Y;

    public Vector Middle => new(Side * MiddleX, MiddleY, MiddleZ);

    public Quadric Hull(Sketch sketch, double marginCm = 0) =>
        sketch.Ellipsoid(
            Middle,
            Vector.Left * (Radii.X + marginCm),
            new Vector(-Side * Lean, 1, 0) * (Radii.Y + marginCm),
            Vector.Front * (Radii.Z + marginCm)
        );

    public Slab Floor(Sketch sketch) => sketch.Cut(new Vector(0, Base, 0), -Vector.Up);

    /// <summary>A point at the height <paramref name="y"/>, on the wall at 1, on the axis at 0; 0° points to the side, 90° to the front.</summary>
    public Vector At(double y, double degrees, double outwards, double marginCm = 0)
    {
        double up = Math.Clamp((y - MiddleY) / (Radii.Y + marginCm), -1, 1);
        double share = outwards * Math.Sqrt(1 - (up * up));
        double angle = degrees * Math.PI / 180;
        return new Vector(
            Side * (MiddleX - (Lean * (y - MiddleY)) + (share * (Radii.X + marginCm) * Math.Cos(angle))),
            y,
            MiddleZ + (share * (Radii.Z + marginCm) * Math.Sin(angle))
        );
    }

    /// <summary>Away from the axis.</summary>
    public Vector Outward(Vector point)
    {
        Vector from = point - new Vector(Side * (MiddleX - (Lean * (point.Y - MiddleY))), point.Y, MiddleZ);
        return new Vector(from.X / (Radii.X * Radii.X), 0, from.Z / (Radii.Z * Radii.Z)).Unit;
    }
}
