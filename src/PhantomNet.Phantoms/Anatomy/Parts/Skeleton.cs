using PhantomNet.Phantoms.Anatomy.Solids;
using PhantomNet.Phantoms.Attenuation;
using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.Anatomy.Parts;

/// <summary>Ribs, vertebrae, clavicles, shoulder blades with the upper arms, and the breastbone.</summary>
internal sealed class Skeleton(PatientSettings patient, Thorax thorax)
{
    private const int Stream = 103;
    private const int RibPairs = 10;
    private const int RibPieces = 9;
    private const double FirstVertebra = 12.6; // y of T1, in cm
    private const double VertebraStep = 2.35; // cm

    // How far each rib falls from its head to its front end, in cm.
    private static readonly double[] _fall = [3, 5.6, 7.6, 9.4, 10.8, 11.8, 12.2, 11.4, 9.6, 8];

    private readonly SeededRandom _random = new(patient.Seed, Stream);

    public void Add(Sketch sketch)
    {
        double steepness = Near(1, 0.06) + (0.15 * (0.8 - patient.Inspiration));
        for (int rib = 0; rib < RibPairs; rib++)
        {
            double fall = _fall[rib] * steepness;
            double high = Near(0, 0.12);
            foreach (LungShape lung in thorax.Lungs)
            {
                AddRib(sketch, lung, rib, Level(rib) + 0.4 + high, fall);
            }
        }

        AddSpine(sketch);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            AddClavicle(sketch, side);
            AddScapula(sketch, side);
        }

        sketch.Add(
            Structure.Sternum,
            Material.CorticalBone,
            1.15,
            sketch.Ellipsoid(new Vector(0, 8.3, 8.4), new Vector(2.6, 2.3, 0.6))
        );
        sketch.Add(
            Structure.Sternum,
            Material.CorticalBone,
            1.12,
            sketch.Ellipsoid(new Vector(0, 1.5, 9.6), new Vector(1.6, 6, 0.5))
        );
    }

    private static double Level(int vertebra) => FirstVertebra - (vertebra * VertebraStep);

    // From the vertebra backwards to the rib's angle, round the side, and down to the front, where cartilage isn't seen.
    private void AddRib(Sketch sketch, LungShape lung, int rib, double head, double fall)
    {
        const double margin = 0.55;
        double front = rib switch
        {
            0 => 55,
            < 7 => 62,
            7 => 52,
            _ => 30,
        };
        Span<Vector> points = stackalloc Vector[RibPieces + 2];
        points[0] = new Vector(lung.Side * 2.1, head, -7.2);
        for (int i = 0; i <= RibPieces; i++)
        {
            double along = (double)i / RibPieces;
            double degrees = -100 + ((front + 100) * along);

            // Level at the back, steep at the side and in front.
            double down = (0.16 * along) + (0.84 * along * along * (1.5 - (0.5 * along)));
            points[i + 1] = lung.At(Math.Min(head - (fall * down), lung.Apex - 0.8), degrees, 1, margin);
        }

        double height = rib == 0 ? 0.75 : 0.62 + Near(0, 0.03);
        sketch.AddBand(Structure.Ribs, Tissue.RibDensity, height, 0.34, points, lung.Outward);
    }

    private static void AddSpine(Sketch sketch)
    {
        for (int level = -4; level < 14; level++)
        {
            double y = Level(level);
            double wide = 1.35 + (0.04 * Math.Max(0, level));
            Quadric body = Quadric.Cylinder(
                sketch.Posed(new Vector(0, y, -7.4)),
                sketch.Posed(Vector.Left * wide),
                sketch.Posed(Vector.Front * 1.35)
            );
            Vector top = sketch.Posed(new Vector(0, y + 0.93, -7.4));
            Vector bottom = sketch.Posed(new Vector(0, y - 0.93, -7.4));
            sketch.Solids.Add(
                new Solid(
                    Structure.Spine,
                    Material.CorticalBone,
                    Tissue.VertebraDensity,
                    [body],
                    [Slab.Between(bottom, top, Vector.Up)],
                    Box.Around(sketch.Posed(new Vector(0, y, -7.4)), sketch.Posed(new Vector(0, 0.93, 0)) + new Vector(3, 0, 3))
                )
            );
            foreach (int side in (ReadOnlySpan<int>)[-1, 1])
            {
                AddBone(sketch, Structure.Spine, 1.5, new Vector(side * 1.0, y + 0.25, -9.1), new Vector(0.32, 0.5, 0.5));
                AddBone(sketch, Structure.Spine, 1.3, new Vector(side * 2.1, y + 0.3, -9.4), new Vector(1.2, 0.42, 0.4));
            }

            AddBone(sketch, Structure.Spine, 1.4, new Vector(0, y - 0.9, -10.6), new Vector(0.28, 0.8, 1));
        }
    }

    private void AddClavicle(Sketch sketch, int side)
    {
        double lift = Near(0, 0.4);
        double density = 1.5;
        Span<Vector> points =
        [
            new(side * 1.9, 8.6, 7.4),
            new(side * 3.6, 9.4, 8),
            new(side * 6.2, 10.6 + (0.3 * lift), 7.2),
            new(side * 8.8, 11.8 + (0.6 * lift), 5),
            new(side * 11.6, 12.6 + (0.8 * lift), 2.6),
            new(side * 15.2, 12.5 + lift, 1),
        ];
        sketch.AddTube(Structure.Clavicles, Material.CorticalBone, density, 0.6, points);
        AddBone(sketch, Structure.Clavicles, density, points[0], new Vector(0.95, 0.9, 0.8));
    }

    // A thin blade behind the ribs, its borders thicker, and the spine of the scapula up to the acromion.
    private void AddScapula(Sketch sketch, int side)
    {
        double apart = Near(0, 0.5);
        Vector shift = new(side * apart, Near(0, 0.4), 0);
        Vector upper = new Vector(side * 10.4, 8.6, -10.4) + shift;
        Vector lower = new Vector(side * 12.2, -4.2, -9.6) + shift;
        Vector socket = new Vector(side * 15, 8.6, -4.6) + shift;
        Vector acromion = new Vector(side * 16.4, 11.4, -2.4) + shift;
        Vector across = (socket - upper).Unit;
        Vector down = lower - upper;
        Vector flat = across.Cross(down).Unit;
        Vector middle = (upper + lower + socket) * (1.0 / 3);
        Vector alongDown = flat.Cross(across);
        sketch.Solids.Add(
            new Solid(
                Structure.Scapulae,
                Material.CorticalBone,
                1.3,
                [sketch.Ellipsoid(middle, across * 6, alongDown * 10, flat * 0.22)],
                [
                    CutAlong(sketch, upper, lower, socket, flat),
                    CutAlong(sketch, lower, socket, upper, flat),
                    CutAlong(sketch, socket, upper, lower, flat),
                ]
            )
        );
        AddBorder(sketch, 0.3, upper, lower);
        AddBorder(sketch, 0.42, lower, socket);
        AddBorder(sketch, 0.36, upper + (down * 0.2) + (across * 2), acromion);
        AddBone(sketch, Structure.Scapulae, 1.3, socket, new Vector(1.1, 1.7, 1.2));
        Vector head = new Vector(side * 18, 8.8, -3.6) + shift;
        AddBone(sketch, Structure.Scapulae, 1.25, head, new Vector(2.2, 2.4, 2.2));
        sketch.AddTube(Structure.Scapulae, Material.CorticalBone, 1.4, 1.2, head, head + new Vector(side * 2.6, -14, 0));
    }

    // The side of the line from a to b on which c lies, within the plane whose normal is given.
    private static Slab CutAlong(Sketch sketch, Vector a, Vector b, Vector c, Vector flat)
    {
        Vector outward = (b - a).Cross(flat);
        return sketch.Cut(a, outward.Dot(c - a) > 0 ? -outward : outward);
    }

    private static void AddBorder(Sketch sketch, double radius, Vector from, Vector to) =>
        sketch.AddTube(Structure.Scapulae, Material.CorticalBone, 1.3, radius, from, to);

    private static void AddBone(Sketch sketch, Structure structure, double density, Vector centre, Vector radii) =>
        sketch.Add(structure, Material.CorticalBone, density, sketch.Ellipsoid(centre, radii));

    private double Near(double mean, double spread) => mean + (spread * Math.Clamp(_random.NextNormal(), -2, 2));
}
