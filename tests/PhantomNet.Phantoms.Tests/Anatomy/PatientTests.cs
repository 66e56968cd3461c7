using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Anatomy.Diseases;
using PhantomNet.Phantoms.Anatomy.Solids;
using PhantomNet.Phantoms.Projection;

namespace PhantomNet.Phantoms.Tests.Anatomy;

public sealed class PatientTests
{
    public static TheoryData<PatientSettings> Extremes =>
        [
            new PatientSettings(1, 0.8, 0, -12, 0.35),
            new PatientSettings(2, 1.2, 1, 12, 0.65, true),
            new PatientSettings(3, 0.8, 1, 12, 0.65, true),
            new PatientSettings(4, 1.2, 0, -12, 0.65),
            .. Enumerable.Range(10, 12).Select(PatientSettings.Draw),
        ];

    [Fact]
    public void The_same_settings_give_the_same_patient_and_another_seed_another()
    {
        Assert.Equal(Bounds(new PatientSettings(5)), Bounds(new PatientSettings(5)));
        Assert.NotEqual(Bounds(new PatientSettings(5)), Bounds(new PatientSettings(6)));
        Assert.Equal(PatientSettings.Draw(5), PatientSettings.Draw(5));
    }

    [Fact]
    public void A_patient_has_every_structure_and_ten_pairs_of_ribs()
    {
        IReadOnlyList<Solid> solids = Patient.Build(new PatientSettings(), new Disease());
        Assert.Equal(Enum.GetValues<Structure>(), solids.Select(solid => solid.Structure).Distinct().Order());

        // Ten pieces a rib, on both sides.
        Assert.Equal(20 * 10, solids.Count(solid => solid.Structure == Structure.Ribs));
    }

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Lungs_lie_within_the_wall_of_the_chest(PatientSettings patient)
    {
        IReadOnlyList<Solid> solids = Patient.Build(patient);
        Solid[] body = [.. solids.Where(solid => solid.Structure == Structure.Body)];
        foreach (Solid lung in solids.Where(solid => solid.Structure is Structure.LeftLung or Structure.RightLung))
        {
            foreach (Vector point in OnSurface(lung.Quadrics[0]).Where(lung.Contains))
            {
                Assert.Contains(body, solid => solid.Contains(point));
            }
        }
    }

    [Fact]
    public void The_heart_lies_to_the_left_and_a_larger_ratio_makes_it_wider()
    {
        (double left, double right) = HeartWidths(new PatientSettings(CardiothoracicRatio: 0.45));
        Assert.True(left > 1.5 * right);
        (double wideLeft, double wideRight) = HeartWidths(new PatientSettings(CardiothoracicRatio: 0.6));
        Assert.InRange((wideLeft + wideRight) / (left + right), 1.25, 1.42);
    }

    [Theory]
    [InlineData(0.38)]
    [InlineData(0.46)]
    [InlineData(0.56)]
    public void The_cardiothoracic_ratio_is_the_one_that_was_asked_for(double ratio)
    {
        PatientSettings patient = new(CardiothoracicRatio: ratio);
        (double left, double right) = HeartWidths(patient);
        Box[] lungs = Boxes(patient, Structure.LeftLung, Structure.RightLung);
        double chest = lungs.Max(box => box.High.X) - lungs.Min(box => box.Low.X);

        // The model's heart is scaled as a whole; its tilt differs a little from patient to patient.
        Assert.InRange((left + right) / chest, ratio - 0.03, ratio + 0.03);
    }

    [Fact]
    public void A_deep_breath_lowers_the_diaphragm_and_thins_the_lung()
    {
        PatientSettings outward = new(Inspiration: 0.1);
        PatientSettings inward = new(Inspiration: 1);
        Assert.True(Boxes(inward, Structure.Diaphragm)[0].High.Y < Boxes(outward, Structure.Diaphragm)[0].High.Y - 2);
        Assert.True(Lung(inward).DensityGPerCm3 < Lung(outward).DensityGPerCm3);
    }

    [Theory]
    [InlineData(DiseaseKind.Consolidation, true)]
    [InlineData(DiseaseKind.Consolidation, false)]
    [InlineData(DiseaseKind.Diffuse, false)]
    [InlineData(DiseaseKind.Nodule, false)]
    public void A_lesion_lies_in_lung_and_nowhere_else(DiseaseKind kind, bool bronchograms)
    {
        foreach (LungZone zone in Enum.GetValues<LungZone>())
        {
            Disease disease = new(kind, 3, LungSide.Left, zone, 8, 0.7, bronchograms);
            IReadOnlyList<Solid> solids = Patient.Build(new PatientSettings(4), disease);
            Solid[] lungs = [.. solids.Where(solid => solid.Structure is Structure.LeftLung or Structure.RightLung)];
            Solid[] lesions = [.. solids.Where(solid => solid.Structure == Structure.Lesion)];
            Assert.NotEmpty(lesions);
            Assert.All(
                lesions.SelectMany(lesion => OnSurface(lesion.Quadrics[0]).Where(lesion.Contains)),
                point => Assert.Contains(lungs, lung => lung.Contains(point))
            );
        }
    }

    [Fact]
    public void A_lesion_replaces_lung_of_which_there_is_less_by_as_much()
    {
        PatientSettings patient = new(4);
        Projector healthy = Projected(Patient.Build(patient));
        Projector ill = Projected(Patient.Build(patient, new Disease(DiseaseKind.Nodule, SizeCm: 4, Density: 1)));
        ReadOnlySpan<float> before = healthy.Map(Structure.RightLung).Span;
        ReadOnlySpan<float> after = ill.Map(Structure.RightLung).Span;
        ReadOnlySpan<float> lesion = ill.Map(Structure.Lesion).Span;
        Assert.True(lesion.ToArray().Max() > 3);
        for (int pixel = 0; pixel < before.Length; pixel++)
        {
            Assert.Equal(before[pixel], after[pixel] + lesion[pixel], 1e-4);
        }
    }

    [Theory]
    [InlineData(0.5, 0.8, 0, 0.46)]
    [InlineData(1, 1.2, 0, 0.46)]
    [InlineData(1, 0.8, 20, 0.46)]
    [InlineData(1, 0.8, 0, double.NaN)]
    public void A_patient_out_of_range_is_refused(double size, double inspiration, double rotation, double ratio) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Patient.Build(new PatientSettings(1, size, inspiration, rotation, ratio))
        );

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(20, 0.5)]
    [InlineData(5, 1.5)]
    [InlineData(5, double.NaN)]
    public void A_disease_out_of_range_is_refused(double size, double density) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Patient.Build(new PatientSettings(), new Disease(SizeCm: size, Density: density))
        );

    private static Box[] Bounds(PatientSettings patient) => [.. Patient.Build(patient).Select(solid => solid.Bounds)];

    private static Box[] Boxes(PatientSettings patient, params Structure[] structures) =>
        [.. Patient.Build(patient).Where(solid => structures.Contains(solid.Structure)).Select(solid => solid.Bounds)];

    private static Solid Lung(PatientSettings patient) =>
        Patient.Build(patient).First(solid => solid.Structure == Structure.RightLung);

    private static (double Left, double Right) HeartWidths(PatientSettings patient)
    {
        Box[] heart = Boxes(patient, Structure.Heart);
        return (heart.Max(box => box.High.X), -heart.Min(box => box.Low.X));
    }

    private static Projector Projected(IReadOnlyList<Solid> solids)
    {
        Projector projector = new(solids, new ProjectionGeometry(), 64, 1, Structure.RightLung, Structure.Lesion);
        projector.Advance(64);
        return projector;
    }

    // Points on an ellipsoid, found by going out from its middle.
    private static IEnumerable<Vector> OnSurface(Quadric quadric)
    {
        for (int i = 0; i < 200; i++)
        {
            double up = 1 - (2 * (i + 0.5) / 200);
            double turn = i * 2.399963; // the golden angle spreads them evenly
            double across = Math.Sqrt(1 - (up * up));
            Vector direction = new(across * Math.Cos(turn), up, across * Math.Sin(turn));
            double reach = 1 / Math.Sqrt(direction.Dot(quadric.Times(direction)));
            yield return quadric.Centre + (direction * (reach * 0.999));
        }
    }
}
