using PhantomNet.Phantoms.Anatomy.Solids;
using PhantomNet.Phantoms.Attenuation;
using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.Anatomy.Parts;

/// <summary>The body's outline, the lungs' hulls and the domes of the diaphragm.</summary>
internal sealed class Thorax
{
    private const double LungDensityOut = 0.34; // g/cm³, breathed out; inflated about 0.26, docs/sources.md#nist-126
    private const double LungDensityIn = 0.24;
    private const int Stream = 101;

    private readonly SeededRandom _random;
    private readonly Vector[] _domes = new Vector[2];
    private readonly Vector[] _domeRadii = new Vector[2];

    public Thorax(PatientSettings patient)
    {
        _random = new SeededRandom(patient.Seed, Stream);
        double drop = 3.5 * (patient.Inspiration - 0.8);
        double width = Near(1, 0.03);
        Lungs =
        [
            Lung(-1, new Vector(6.9 * width, 19.2 + (drop / 2), 9.0), -15 - drop),
            Lung(1, new Vector(6.6 * width, 18.8 + (drop / 2), 9.0), -15.6 - drop),
        ];
        for (int i = 0; i < 2; i++)
        {
            double top = (i == 0 ? -8.6 : -9.9) - drop + Near(0, 0.5);
            _domeRadii[i] = new Vector(7.7 * width, 8.8, 9.1);
            _domes[i] = new Vector((i == 0 ? -6.4 : 6.6) * width, top - _domeRadii[i].Y, 0.3);
        }

        LungDensity = LungDensityOut + (patient.Inspiration * (LungDensityIn - LungDensityOut)) + Near(0, 0.01);
        HalfWidth = Lungs[0].MiddleX + Lungs[0].Radii.X;
    }

    /// <summary>The right one, then the left.</summary>
    public LungShape[] Lungs { get; }

    /// <summary>In g/cm³.</summary>
    public double LungDensity { get; }

    /// <summary>From the middle to the wall at the widest, in cm.</summary>
    public double HalfWidth { get; }

    /// <summary>The top of the left dome.</summary>
    public Vector LeftDome => _domes[1] + (Vector.Up * _domeRadii[1].Y);

    public void AddDiaphragm(Sketch sketch)
    {
        Vector stomach = LeftDome + new Vector(-0.8 + Near(0, 0.8), -2.6, 1.5);
        double gas = Near(1, 0.25);
        sketch.Add(
            Structure.StomachGas,
            Material.SoftTissue,
            0,
            sketch.Ellipsoid(stomach, new Vector(2.6 * gas, 1.5 * gas, 2.4 * gas))
        );
        for (int i = 0; i < 2; i++)
        {
            sketch.Add(
                Structure.Diaphragm,
                Material.SoftTissue,
                Tissue.SoftDensity,
                sketch.Ellipsoid(_domes[i], _domeRadii[i])
            );
        }
    }

    public void AddLungs(Sketch sketch)
    {
        foreach (LungShape lung in Lungs)
        {
            sketch.Solids.Add(
                new Solid(
                    lung.Side < 0 ? Structure.RightLung : Structure.LeftLung,
                    Material.Lung,
                    LungDensity,
                    [lung.Hull(sketch)],
                    [lung.Floor(sketch)]
                )
            );
        }
    }

    public void AddBody(Sketch sketch, bool isFemale)
    {
        double girth = Near(1, 0.04);
        AddTissue(sketch, new Vector(0, -9, 0), new Vector(17.2 * girth, 36, 11.6 * girth));
        AddTissue(sketch, new Vector(0, 12.2, -2), new Vector(13.5, 6.4, 6.2));
        AddTissue(sketch, new Vector(0, 20, -1.5), new Vector(5.6, 16, 6));
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            AddTissue(sketch, new Vector(side * 14.5, 9.2, -2), new Vector(6.6, 6.2, 5.4));
            AddTissue(sketch, new Vector(side * 20, 2, -3.5), new Vector(4.4, 14, 4.4));
            if (isFemale)
            {
                AddBreast(sketch, side);
            }
        }
    }

    // Its middle lies within the wall and it hangs forward and down: what is seen is its lower fold, while the upper margin fades.
    private void AddBreast(Sketch sketch, int side)
    {
        double full = Near(1, 0.08);
        Quadric breast = sketch.Ellipsoid(
            new Vector(side * 8, -2.6, 6.2),
            new Vector(6.4 * full, 0, 0),
            new Vector(0, 6 * full, 0),
            new Vector(side * 0.4, -2.6, 7.2 * full)
        );
        sketch.Add(Structure.Body, Material.SoftTissue, 0.96, breast);
    }

    private static void AddTissue(Sketch sketch, Vector centre, Vector radii) =>
        sketch.Add(Structure.Body, Material.SoftTissue, Tissue.WallDensity, sketch.Ellipsoid(centre, radii));

    private LungShape Lung(int side, Vector radii, double lowest) =>
        new(side, radii.X - 0.1 + Near(0, 0.15), -6 + (19 - radii.Y) + Near(0, 0.3), radii, 0.085 + Near(0, 0.01), lowest);

    private double Near(double mean, double spread) => mean + (spread * Math.Clamp(_random.NextNormal(), -2, 2));
}
