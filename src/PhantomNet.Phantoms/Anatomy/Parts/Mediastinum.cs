using PhantomNet.Phantoms.Anatomy.Solids;
using PhantomNet.Phantoms.Attenuation;
using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.Anatomy.Parts;

/// <summary>What lies between the lungs: airways, heart, great vessels.</summary>
internal sealed class Mediastinum(PatientSettings patient, Thorax thorax)
{
    private const int Stream = 102;

    // The model's heart at scale 1, from its right border to its left one, in cm.
    private const double ModelWidth = 12.3;

    private readonly SeededRandom _random = new(patient.Seed, Stream);

    /// <summary>Where the trachea divides.</summary>
    private static Vector Carina { get; } = new(-0.2, 3.6, -1.6);

    public void AddAirways(Sketch sketch)
    {
        double sway = Near(0, 0.25);
        AddAir(sketch, 0.82, new Vector(0, 19, 0.6), new Vector(sway, 11, -0.6), Carina);
        AddAir(sketch, 0.62, Carina, new Vector(-2.6, 0.9, -1.8), new Vector(-3.7, -0.8, -1.9));
        AddAir(sketch, 0.55, Carina, new Vector(2.6, 1.5, -2), new Vector(4.6, 0, -2.4));
    }

    public void AddHeart(Sketch sketch)
    {
        double scale = patient.CardiothoracicRatio * 2 * thorax.HalfWidth / ModelWidth;
        Vector lift = new(0, thorax.LeftDome.Y + 9.9, 0);
        Vector apex = new Vector(0.85, -0.47 + Near(0, 0.05), 0.24).Unit;
        Vector across = apex.Cross(Vector.Front).Unit;
        Vector through = apex.Cross(across);
        sketch.Add(
            Structure.Heart,
            Material.SoftTissue,
            Tissue.SoftDensity,
            sketch.Ellipsoid(
                (new Vector(2.7, -6.4, 3) * scale) + lift,
                apex * (6 * scale),
                across * (4.5 * scale),
                through * (4.6 * scale)
            )
        );
        AddChamber(sketch, new Vector(-1.1, -5.4, 2.4), new Vector(2.9, 4.2, 3.4), scale, lift);
        AddChamber(sketch, new Vector(1.4, -2, 1.8), new Vector(3.1, 3.4, 3.4), scale, lift);
    }

    public void AddGreatVessels(Sketch sketch)
    {
        double knob = Near(1.5, 0.12);
        double top = 6.4 + Near(0, 0.4);
        AddBlood(
            sketch,
            Structure.Aorta,
            knob,
            new Vector(-0.9, -1, 2.2),
            new Vector(-1.5, 2.6, 2.2),
            new Vector(-0.9, top - 0.9, 1),
            new Vector(0.6, top, -0.8),
            new Vector(2.2, top - 0.6, -2.8),
            new Vector(2.3, top - 2.6, -4.4),
            new Vector(1.7, -1, -5),
            new Vector(1.1, -9, -5),
            new Vector(0.6, -20, -4.6)
        );
        AddBlood(sketch, Structure.Mediastinum, 1, new Vector(-2.3, 11, 0.5), new Vector(-2.1, 5, 1), new Vector(-1.9, 0, 1.6));
        AddBlood(
            sketch,
            Structure.Mediastinum,
            1.25,
            new Vector(1.2, -1.5, 3),
            new Vector(2.3, 1.6, 1),
            new Vector(3, 2.1, -0.8)
        );
        AddBlood(
            sketch,
            Structure.Vessels,
            0.95,
            new Vector(1, 1.4, 0),
            new Vector(-2.4, 0.9, -0.6),
            new Vector(-3.9, -0.6, -1.2)
        );
        AddBlood(sketch, Structure.Vessels, 0.62, new Vector(-3.9, -0.6, -1.2), new Vector(-4.7, -3.2, -2));
        AddBlood(sketch, Structure.Vessels, 0.85, new Vector(2.6, 1.9, -0.6), new Vector(4.3, 0.6, -1.6));
        AddBlood(sketch, Structure.Vessels, 0.58, new Vector(4.3, 0.6, -1.6), new Vector(5, -2.2, -2.6));
        sketch.Add(
            Structure.Mediastinum,
            Material.SoftTissue,
            Tissue.SoftDensity,
            sketch.Ellipsoid(new Vector(-0.3, 10, 0.4), new Vector(2.4, 8, 4.2))
        );
        sketch.Add(
            Structure.Mediastinum,
            Material.SoftTissue,
            Tissue.SoftDensity,
            sketch.Ellipsoid(new Vector(0.2, -3, -2.5), new Vector(1.9, 12, 4))
        );
    }

    private static void AddChamber(Sketch sketch, Vector centre, Vector radii, double scale, Vector lift) =>
        sketch.Add(
            Structure.Heart,
            Material.SoftTissue,
            Tissue.SoftDensity,
            sketch.Ellipsoid((centre * scale) + lift, radii * scale)
        );

    private static void AddAir(Sketch sketch, double radius, params ReadOnlySpan<Vector> points) =>
        sketch.AddTube(Structure.Airways, Material.SoftTissue, 0, radius, points);

    private static void AddBlood(Sketch sketch, Structure structure, double radius, params ReadOnlySpan<Vector> points) =>
        sketch.AddTube(structure, Material.SoftTissue, Tissue.SoftDensity, radius, points);

    private double Near(double mean, double spread) => mean + (spread * Math.Clamp(_random.NextNormal(), -2, 2));
}
