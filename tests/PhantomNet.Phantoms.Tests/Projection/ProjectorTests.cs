using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Anatomy.Solids;
using PhantomNet.Phantoms.Attenuation;
using PhantomNet.Phantoms.Projection;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Phantoms.Tests.Projection;

public sealed class ProjectorTests
{
    // Thicknesses are kept as floats: 24 bits, and an exponent of a few.
    private const double FloatTolerance = 1e-6;

    private static readonly ProjectionGeometry _geometry = new();

    [Theory]
    [InlineData(Material.SoftTissue, 1.06, 20)]
    [InlineData(Material.Lung, 0.26, 18)]
    [InlineData(Material.CorticalBone, 1.92, 2)]
    public void A_slab_transmits_what_the_closed_form_says(Material material, double density, double thicknessCm)
    {
        Projector projector = new([SlabOf(material, density, thicknessCm)], _geometry, 32, supersampling: 1);
        projector.Advance(32);
        Beam beam = new(TubeSpectrum.Monochromatic(60), [1]);
        double mu = AttenuationTable.MassAttenuationCm2PerG(material, 60) * density;
        for (int pixel = 0; pixel < 32 * 32; pixel++)
        {
            double across = (((pixel % 32) + 0.5) * 40 / 32) - 20;
            double down = (((pixel / 32) + 0.5) * 40 / 32) - 20;
            double slant = Math.Sqrt((across * across) + (down * down) + (180 * 180)) / 180;
            double expected = Math.Exp(-mu * thicknessCm * slant);
            (double fraction, _) = beam.Transmit(
                projector.Thickness.SoftTissue[pixel],
                projector.Thickness.Lung[pixel],
                projector.Thickness.CorticalBone[pixel]
            );
            Assert.InRange(fraction / expected, 1 - FloatTolerance, 1 + FloatTolerance);
        }
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(0)]
    [InlineData(8)]
    public void Magnification_is_source_to_detector_over_source_to_object(double z)
    {
        // Two thin rods across the beam, 12 cm apart: where they are seen is measured on the image.
        const int size = 512;
        Solid[] rods = [Rod(-6, z), Rod(6, z)];
        Projector projector = new(rods, _geometry, size, supersampling: 8, Structure.Ribs);
        projector.Advance(size);
        ReadOnlySpan<float> row = projector.Map(Structure.Ribs).Span.Slice(size / 2 * size, size);
        double apart = Middle(row[(size / 2)..]) + (size / 2) - Middle(row[..(size / 2)]);
        double measured = apart * _geometry.FieldCm / size / 12;
        double sourceToObject = 180 - 15 + z;

        // The middle of a rod of 4 pixels' width sampled 8 times in each is found to a few hundredths of a pixel.
        Assert.InRange(measured, (180 / sourceToObject) - 0.001, (180 / sourceToObject) + 0.001);
        Assert.Equal(180 / sourceToObject, _geometry.Magnification(z), 12);
    }

    [Fact]
    public void Rows_done_in_parts_are_the_same_as_all_at_once()
    {
        Solid[] solids = [.. Enumerable.Range(0, 20).Select(seed => new RandomSolids(seed).Next())];
        Projector whole = new(solids, _geometry, 40, 2, Structure.Body);
        Assert.Equal(40, whole.Advance(100));
        Projector parts = new(solids, _geometry, 40, 2, Structure.Body);
        while (!parts.IsComplete)
        {
            Assert.InRange(parts.Advance(7), 1, 7);
        }

        Assert.Equal(0, parts.Advance(1));
        Assert.Equal(whole.Thickness.SoftTissue, parts.Thickness.SoftTissue);
        Assert.Equal(whole.Map(Structure.Body).ToArray(), parts.Map(Structure.Body).ToArray());
    }

    [Fact]
    public void A_ray_through_very_many_solids_loses_none()
    {
        Solid[] beads =
        [
            .. Enumerable
                .Range(0, 50)
                .Select(i => new Solid(
                    Structure.Vessels,
                    Material.SoftTissue,
                    1,
                    [Quadric.Ellipsoid(new Vector(0, 0, (i - 25) * 0.5), new Vector(3, 3, 0.2))]
                )),
        ];
        Projector projector = new(beads, _geometry, 16, 1, Structure.Vessels);
        projector.Advance(16);
        Projector alone = new([beads[25]], _geometry, 16, 1, Structure.Vessels);
        alone.Advance(16);
        int middle = (8 * 16) + 8;
        double expected = alone.Map(Structure.Vessels).Span[middle];
        Assert.True(expected > 0.3);
        Assert.InRange(projector.Map(Structure.Vessels).Span[middle] / (50 * expected), 0.99, 1.01);
    }

    [Theory]
    [InlineData(15, 2, "15")]
    [InlineData(513, 2, "513")]
    [InlineData(64, 0, "0 rays")]
    public void What_cannot_be_projected_is_refused_with_what_was_asked(int size, int supersampling, string named)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Projector([], _geometry, size, supersampling)
        );
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, 15, 40)]
    [InlineData(180, 15, 0)]
    [InlineData(double.NaN, 15, 40)]
    public void A_geometry_that_has_no_image_is_refused(double sourceToDetector, double centreToDetector, double field) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Projector([], new ProjectionGeometry(sourceToDetector, centreToDetector, field), 64)
        );

    [Fact]
    public void A_solid_without_end_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new Solid(Structure.Body, Material.SoftTissue, 1, [Quadric.Cylinder(default, Vector.Left, Vector.Up)])
        );

    private static Solid SlabOf(Material material, double density, double thicknessCm) =>
        new(
            Structure.Body,
            material,
            density,
            [Quadric.Ellipsoid(default, new Vector(400, 400, 400))],
            [Slab.Between(new Vector(0, 0, -thicknessCm / 2), new Vector(0, 0, thicknessCm / 2), Vector.Front)],
            Box.Around(default, new Vector(100, 100, thicknessCm / 2))
        );

    private static Solid Rod(double x, double z) =>
        Solid.Tube(Structure.Ribs, Material.CorticalBone, 1, new Vector(x, -5, z), new Vector(x, 5, z), 0.15);

    private static double Middle(ReadOnlySpan<float> row)
    {
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < row.Length; i++)
        {
            sum += row[i];
            weighted += row[i] * (i + 0.5);
        }

        return weighted / sum;
    }
}
