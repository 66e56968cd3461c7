using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Anatomy.Solids;
using PhantomNet.Phantoms.Attenuation;
using PhantomNet.Phantoms.Projection;
using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.Tests.Projection;

/// <summary>What the projector says of a ray, against points drawn along it and asked one by one in which solid they lie.</summary>
public sealed class ChordTests
{
    private const int Size = 16;
    private const int Strata = 4000;

    private static readonly ProjectionGeometry _geometry = new(FieldCm: 24);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_chord_of_a_solid_is_the_share_of_the_points_on_the_ray_that_lie_in_it(int seed) =>
        Agree([new RandomSolids(seed).Next()], seed, largestIntervals: 1);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Where_solids_overlap_a_point_belongs_to_the_first(int seed)
    {
        RandomSolids random = new(1000 + seed);
        Structure[] structures = [Structure.Ribs, Structure.Heart, Structure.Lesion, Structure.RightLung, Structure.Body];
        Material[] materials = [Material.CorticalBone, Material.SoftTissue, Material.Lung];
        Solid[] solids =
        [
            .. Enumerable.Range(0, 15).Select(i => random.Next(structures[i / 3], materials[i % materials.Length])),
        ];
        Agree(solids, seed, largestIntervals: solids.Length);
    }

    // One point in each of many equal parts of the ray: each end of an interval puts at most one part on the wrong side.
    private static void Agree(Solid[] solids, int seed, int largestIntervals)
    {
        Projector projector = new(
            solids,
            _geometry,
            Size,
            supersampling: 1,
            [.. solids.Select(solid => solid.Structure).Distinct()]
        );
        projector.Advance(Size);
        SeededRandom random = new(seed, stream: 5);
        for (int n = 0; n < 6; n++)
        {
            int row = random.NextInt(Size);
            int column = random.NextInt(Size);
            (Dictionary<Structure, double> byStructure, double[] byMaterial, double partCm) = Sampled(
                solids,
                row,
                column,
                random
            );
            double tolerance = 2 * largestIntervals * partCm;
            int pixel = (row * Size) + column;
            foreach (Structure structure in solids.Select(solid => solid.Structure).Distinct())
            {
                double exact = projector.Map(structure).Span[pixel];
                Assert.InRange(exact, byStructure[structure] - tolerance, byStructure[structure] + tolerance);
            }

            float[][] paths = [projector.Thickness.SoftTissue, projector.Thickness.Lung, projector.Thickness.CorticalBone];
            for (int i = 0; i < paths.Length; i++)
            {
                Assert.InRange(paths[i][pixel], byMaterial[i] - tolerance, byMaterial[i] + tolerance);
            }
        }
    }

    private static (Dictionary<Structure, double> ByStructure, double[] ByMaterial, double PartCm) Sampled(
        Solid[] solids,
        int row,
        int column,
        SeededRandom random
    )
    {
        double pitch = _geometry.FieldCm / Size;
        double u = ((column + 0.5) * pitch) - (_geometry.FieldCm / 2);
        double v = (_geometry.FieldCm / 2) - ((row + 0.5) * pitch);
        Vector ray = new(u, v, _geometry.SourceToDetectorCm);

        // All solids lie well within 40 cm of the middle.
        double near = 1 - (40 / _geometry.SourceToDetectorCm) - (_geometry.CentreToDetectorCm / _geometry.SourceToDetectorCm);
        double partCm = (1 - near) * ray.Length / Strata;
        Dictionary<Structure, double> byStructure = solids
            .Select(solid => solid.Structure)
            .Distinct()
            .ToDictionary(s => s, _ => 0.0);
        double[] byMaterial = new double[3];
        for (int i = 0; i < Strata; i++)
        {
            double t = near + ((1 - near) * (i + random.NextDouble()) / Strata);
            if (Array.Find(solids, solid => solid.Contains(_geometry.Source + (ray * t))) is { } first)
            {
                byStructure[first.Structure] += partCm;
                byMaterial[first.Material - Material.SoftTissue] += partCm;
            }
        }

        return (byStructure, byMaterial, partCm);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_round_tube_is_what_lies_within_its_radius_of_its_axis_between_its_ends(int seed)
    {
        RandomSolids random = new(seed);
        (Vector from, Vector to) = (random.Place(), random.Place());
        const double radius = 1.7;
        Solid tube = Solid.Tube(Structure.Vessels, Material.SoftTissue, 1, from, to, radius);
        Vector along = (to - from).Unit;
        for (int i = 0; i < 200; i++)
        {
            // About the tube, so that many are in it.
            Vector point = from + ((to - from) * (i / 150.0)) + (random.Place() * 0.3) - (along * 1.5);
            double height = (point - from).Dot(along);
            double distance = (point - from - (along * height)).Length;
            bool expected = height >= 0 && height <= (to - from).Length && distance <= radius;
            Assert.Equal(expected, tube.Contains(point));
        }
    }
}
