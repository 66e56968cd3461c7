using System.Runtime.CompilerServices;
using PhantomNet.Phantoms.Anatomy.Solids;
using PhantomNet.Phantoms.Attenuation;

namespace PhantomNet.Phantoms.Anatomy.Parts;

/// <summary>
/// Where a patient is put together: solids are given in the coordinates of a middle-sized patient who faces the detector, and are kept
/// in those of the room, scaled and turned.
/// </summary>
internal sealed class Sketch(double scale, double rotationDegrees)
{
    private readonly double _cos = Math.Cos(rotationDegrees * Math.PI / 180);
    private readonly double _sin = Math.Sin(rotationDegrees * Math.PI / 180);

    /// <summary>What lengths are multiplied by.</summary>
    public double Scale => scale;

    /// <summary>The solids so far, those that replace others first.</summary>
    public List<Solid> Solids { get; } = [];

    /// <summary>From the patient's coordinates to the room's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector Posed(Vector v) => Turned(v) * scale;

    public Quadric Ellipsoid(Vector centre, Vector radii) =>
        Ellipsoid(centre, Vector.Left * radii.X, Vector.Up * radii.Y, Vector.Front * radii.Z);

    public Quadric Ellipsoid(Vector centre, Vector a, Vector b, Vector c) =>
        Quadric.Ellipsoid(Posed(centre), Posed(a), Posed(b), Posed(c));

    public Slab Cut(Vector through, Vector outward) => Slab.HalfSpace(Posed(through), Turned(outward));

    public void Add(Structure structure, Material material, double density, params Quadric[] quadrics) =>
        Solids.Add(new Solid(structure, material, density, quadrics));

    /// <summary>A tube through these points, which narrows from piece to piece; balls close the joints where it bends.</summary>
    public void AddTube(
        Structure structure,
        Material material,
        double density,
        double radiusCm,
        params ReadOnlySpan<Vector> points
    )
    {
        for (int i = 1; i < points.Length; i++)
        {
            if (i > 1)
            {
                Add(structure, material, density, Ellipsoid(points[i - 1], new Vector(radiusCm, radiusCm, radiusCm)));
            }

            Solids.Add(Solid.Tube(structure, material, density, Posed(points[i - 1]), Posed(points[i]), radiusCm * scale));
        }
    }

    /// <summary>
    /// A band of elliptic section through these points, as a rib is: <paramref name="halfThickness"/> towards what is outward there,
    /// <paramref name="halfHeight"/> across. Pieces reach a little into one another, so that no gap opens where it bends.
    /// </summary>
    public void AddBand(
        Structure structure,
        double density,
        double halfHeight,
        double halfThickness,
        ReadOnlySpan<Vector> points,
        Func<Vector, Vector> outward
    )
    {
        for (int i = 1; i < points.Length; i++)
        {
            Vector along = (points[i] - points[i - 1]).Unit;
            Vector reach = along * (0.4 * halfHeight);
            Vector middle = (points[i] + points[i - 1]) * 0.5;
            Vector thick = outward(middle);
            thick = (thick - (along * thick.Dot(along))).Unit;
            Vector high = along.Cross(thick);
            Solids.Add(
                Solid.Tube(
                    structure,
                    Material.CorticalBone,
                    density,
                    Posed(points[i - 1] - reach),
                    Posed(points[i] + reach),
                    Posed(high * halfHeight),
                    Posed(thick * halfThickness)
                )
            );
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector Turned(Vector v) => new((v.X * _cos) - (v.Z * _sin), v.Y, (v.X * _sin) + (v.Z * _cos));
}
