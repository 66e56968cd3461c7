using PhantomNet.Phantoms.Anatomy.Parts;
using PhantomNet.Phantoms.Anatomy.Solids;
using PhantomNet.Phantoms.Attenuation;
using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.Anatomy.Diseases;

/// <summary>
/// Disease as solids of denser lung, each cut to the lung that it lies in: a lesion replaces lung and nothing else. Margins are soft because each patch is a
/// nest of shells, the densest innermost.
/// </summary>
internal sealed class Lesions(PatientSettings patient, Thorax thorax, Disease disease, Sketch sketch)
{
    private const double FullDensity = 1.05; // g/cm³, lung without air, docs/sources.md#nist-126
    private const int Stream = 121;

    // Share of a patch's radius, share of its density.
    private static readonly (double Radius, double Density)[] _shells = [(0.55, 1), (0.72, 0.8), (0.87, 0.5), (1, 0.22)];

    private readonly Quadric[] _hulls = Array.ConvertAll(thorax.Lungs, lung => lung.Hull(sketch));
    private readonly SeededRandom _random = new(disease.Seed + (7919 * patient.Seed), Stream);

    private LungShape Lung => thorax.Lungs[(int)disease.Side];

    private Quadric HullOf(LungShape lung) => _hulls[lung.Side < 0 ? 0 : 1];

    public void Add()
    {
        switch (disease.Kind)
        {
            case DiseaseKind.Consolidation:
                AddConsolidation();
                break;
            case DiseaseKind.Diffuse:
                AddPatches(DiffusePatches());
                break;
            case DiseaseKind.Nodule:
                AddNodule();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(disease), disease.Kind, message: null);
        }
    }

    private void AddConsolidation()
    {
        Vector centre = Centre();
        double reach = disease.SizeCm / 2;
        List<Patch> patches = [];
        for (int i = 0; i < 7; i++)
        {
            Vector off = new Vector(_random.NextNormal(), _random.NextNormal(), _random.NextNormal()) * (0.3 * reach);
            double radius = reach * _random.NextDouble(0.5, 0.95);
            patches.Add(new Patch(Lung, centre + off, Radii(radius), disease.Density * _random.NextDouble(0.75, 1)));
        }

        Slab[] lobe = Lobe();
        if (disease.AirBronchograms)
        {
            AddBronchi(centre, reach, patches, lobe);
        }

        AddPatches(patches, lobe);
    }

    // Open airways, seen only where the air around them is gone: from the hilum into the lesion, cut to its patches.
    private void AddBronchi(Vector centre, double reach, List<Patch> patches, Slab[] lobe)
    {
        Vector hilum = new(Lung.Side * 3.5, 0, -1.5);
        for (int i = 0; i < 5; i++)
        {
            Vector off = new Vector(_random.NextNormal(), _random.NextNormal(), _random.NextNormal()) * (0.55 * reach);
            Vector end = centre + ((centre - hilum).Unit * (0.5 * reach)) + off;
            double radius = _random.NextDouble(0.12, 0.2);
            foreach (Patch patch in patches)
            {
                Solid tube = Solid.Tube(
                    Structure.Airways,
                    Material.SoftTissue,
                    0,
                    sketch.Posed(hilum),
                    sketch.Posed(end),
                    radius * sketch.Scale
                );
                Quadric inner = sketch.Ellipsoid(patch.Centre, patch.Radii * _shells[1].Radius);
                sketch.Solids.Add(
                    new Solid(
                        tube.Structure,
                        tube.Material,
                        tube.DensityGPerCm3,
                        [.. tube.Quadrics, inner, HullOf(Lung)],
                        [.. tube.Cuts, .. lobe],
                        tube.Bounds
                    )
                );
            }
        }
    }

    private List<Patch> DiffusePatches()
    {
        List<Patch> patches = [];
        for (int i = 0; i < 70; i++)
        {
            LungShape lung = thorax.Lungs[i % 2];
            double y = _random.NextDouble(lung.Base + 4, lung.Apex - 2);
            Vector centre = lung.At(y, _random.NextDouble(0, 360), 0.95 * Math.Sqrt(_random.NextDouble()));
            double radius = disease.SizeCm * _random.NextDouble(0.08, 0.2);
            patches.Add(new Patch(lung, centre, Radii(radius), disease.Density * _random.NextDouble(0.5, 1)));
        }

        return patches;
    }

    private void AddNodule()
    {
        double radius = disease.SizeCm / 2;
        Vector centre = disease.NoduleAt is { } at ? new Vector(at.X, at.Y, 0) : Centre();
        LungShape lung = disease.NoduleAt is null ? Lung : thorax.Lungs[centre.X < 0 ? 0 : 1];
        AddShell(new Patch(lung, centre, new Vector(radius, radius, radius), disease.Density), (1, 1), []);
    }

    private void AddPatches(List<Patch> patches, Slab[]? lobe = null)
    {
        foreach ((double Radius, double Density) shell in _shells)
        {
            foreach (Patch patch in patches)
            {
                AddShell(patch, shell, lobe ?? []);
            }
        }
    }

    private void AddShell(Patch patch, (double Radius, double Density) shell, Slab[] lobe)
    {
        double share = patch.Density * shell.Density;
        sketch.Solids.Add(
            new Solid(
                Structure.Lesion,
                Material.Lung,
                thorax.LungDensity + (share * (FullDensity - thorax.LungDensity)),
                [sketch.Ellipsoid(patch.Centre, patch.Radii * shell.Radius), HullOf(patch.Lung)],
                [patch.Lung.Floor(sketch), .. lobe]
            )
            {
                MapWeight = share,
            }
        );
    }

    private Vector Centre()
    {
        Vector at = disease.Zone switch
        {
            LungZone.Upper => Lung.At(6.2, 20, 0.45),
            LungZone.Middle => Lung.At(-3.6, 55, 0.55),
            _ => Lung.At(-6.2, -40, 0.5),
        };
        Vector off = new Vector(_random.NextNormal(), _random.NextNormal(), _random.NextNormal()) * 0.9;
        return at + off;
    }

    // The oblique fissure falls from the fourth thoracic vertebra behind to the diaphragm in front; the horizontal one lies at the hilum's height.
    private Slab[] Lobe()
    {
        Vector oblique = new Vector(0, 15, 16).Unit;
        Vector behind = new(0, 6, -9);
        Slab horizontalUp = sketch.Cut(new Vector(0, 0.8, 0), -Vector.Up);
        Slab horizontalDown = sketch.Cut(new Vector(0, 0.8, 0), Vector.Up);
        return disease.Zone switch
        {
            LungZone.Upper => [sketch.Cut(behind, -oblique), horizontalUp],
            LungZone.Middle => [sketch.Cut(behind, -oblique), horizontalDown],
            _ => [sketch.Cut(behind, oblique)],
        };
    }

    private Vector Radii(double radius) =>
        new Vector(_random.NextDouble(0.8, 1.2), _random.NextDouble(0.7, 1.1), _random.NextDouble(0.8, 1.2)) * radius;

    /// <summary>One ellipsoid of denser lung.</summary>
    private sealed record Patch(LungShape Lung, Vector Centre, Vector Radii, double Density);
}
