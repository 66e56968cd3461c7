using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Anatomy.Diseases;
using PhantomNet.Phantoms.Detectors;
using PhantomNet.Phantoms.Images;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Phantoms.Tests.Images;

public sealed class RadiographTests
{
    private static readonly RadiographSettings _settings = new()
    {
        Image = new ImageSettings(64),
        Disease = new Disease(Density: 0.8),
    };

    [Fact]
    public void With_the_lesion_as_dense_as_lung_the_difference_image_is_zero()
    {
        // Without noise: the mean numbers of quanta are compared. Lengths are added up as floats in another order.
        const double rounding = 1e-5;
        Radiograph healthy = Acquisition.Take(_settings with { Disease = null });
        Radiograph lesion = Acquisition.Take(_settings with { Disease = _settings.Disease! with { Density = 0 } });
        Assert.All(
            healthy.Stages.PrimaryQuanta.Zip(lesion.Stages.PrimaryQuanta),
            pair => Assert.InRange(pair.Second / pair.First, 1 - rounding, 1 + rounding)
        );
    }

    [Fact]
    public void The_image_differs_where_the_mask_says_and_nowhere_else()
    {
        Radiograph healthy = Acquisition.Take(_settings with { Disease = null }, Structure.Lesion);
        Radiograph ill = Acquisition.Take(_settings, Structure.Lesion);
        ReadOnlySpan<float> lesion = ill.ThicknessCm(Structure.Lesion).Span;
        bool[] mask = ill.Mask(Structure.Lesion);
        Assert.Equal((0, 1), (healthy.Label, ill.Label));
        Assert.Contains(true, mask);
        Assert.DoesNotContain(true, healthy.Mask(Structure.Lesion));
        for (int pixel = 0; pixel < mask.Length; pixel++)
        {
            double left = ill.Stages.PrimaryQuanta[pixel] / healthy.Stages.PrimaryQuanta[pixel];
            Assert.True(lesion[pixel] > 0 ? left < 1.00001 : left is > 0.99999 and < 1.00001);
            Assert.True(!mask[pixel] || left < 0.97);
        }
    }

    [Fact]
    public void Lungs_are_darker_than_the_mediastinum_and_the_heart_is_at_the_right_of_the_image()
    {
        Radiograph image = Acquisition.Take(
            _settings with
            {
                Disease = null,
            },
            Structure.RightLung,
            Structure.LeftLung,
            Structure.Mediastinum,
            Structure.Heart
        );
        float[] pixels = image.Pixels();
        double lungs = Mean(pixels, Both(image.Mask(Structure.RightLung, 12), image.Mask(Structure.LeftLung, 12)));
        double middle = Mean(pixels, image.Mask(Structure.Mediastinum, 5));
        Assert.True(lungs < middle - 0.3);
        bool[] heart = image.Mask(Structure.Heart, 3);
        int atRight = heart.Where((inside, pixel) => inside && pixel % 64 >= 32).Count();
        Assert.True(atRight > 2 * (heart.Count(inside => inside) - atRight));
    }

    [Fact]
    public void A_rib_stands_out_from_lung_less_at_120_kVp_than_at_60()
    {
        double At(double kVp)
        {
            Radiograph image = Acquisition.Take(
                _settings with
                {
                    Disease = null,
                    Tube = new TubeSettings(kVp),
                    Detector = new DetectorSettings(MAs: 10, ScatterFraction: 0),
                },
                Structure.Ribs,
                Structure.RightLung
            );
            bool[] lung = image.Mask(Structure.RightLung, 14);
            bool[] rib = image.Mask(Structure.Ribs, 0.6);
            bool[] free = image.Mask(Structure.Ribs, 0.01);
            double ribs = Mean(image.LogSignal, [.. lung.Zip(rib, (a, b) => a && b)]);
            double between = Mean(image.LogSignal, [.. lung.Zip(free, (a, b) => a && !b)]);
            return ribs - between;
        }

        double low = At(60);
        double high = At(120);
        Assert.InRange(high / low, 0.4, 0.85);
        Assert.True(high > 0.02);
    }

    [Fact]
    public void What_is_taken_over_from_an_earlier_acquisition_changes_nothing()
    {
        Structure[] maps = [Structure.Lesion];
        Acquisition first = Complete(new Acquisition(_settings, maps));
        RadiographSettings[] changes =
        [
            _settings with
            {
                NoiseSeed = 9,
            },
            _settings with
            {
                Detector = new DetectorSettings(MAs: 0.001),
            },
            _settings with
            {
                Tube = new TubeSettings(70, 4, 0.1),
            },
            _settings with
            {
                Disease = null,
            },
            _settings with
            {
                Image = new ImageSettings(48),
            },
        ];
        Assert.All(
            changes,
            change =>
            {
                Radiograph over = Complete(new Acquisition(change, maps, first)).Result();
                Radiograph fresh = Complete(new Acquisition(change, maps)).Result();
                Assert.Equal(fresh.LogSignal, over.LogSignal);
                Assert.Equal(fresh.ThicknessCm(Structure.Lesion).ToArray(), over.ThicknessCm(Structure.Lesion).ToArray());
            }
        );
    }

    [Fact]
    public void One_that_was_overtaken_half_way_hands_on_what_it_has()
    {
        Acquisition half = new(_settings, []);
        half.Advance(30);
        Acquisition next = Complete(new Acquisition(_settings with { NoiseSeed = 4 }, [], half));
        Assert.Equal(Acquisition.Take(_settings with { NoiseSeed = 4 }).LogSignal, next.Result().LogSignal);
    }

    [Fact]
    public void There_is_no_result_before_the_end() =>
        Assert.Throws<InvalidOperationException>(() => new Acquisition(_settings, []).Result());

    [Theory]
    [InlineData(16)]
    [InlineData(28)]
    [InlineData(200)]
    public void Images_of_any_size_are_finite_and_fill_the_window(int size)
    {
        Radiograph image = Acquisition.Take(_settings with { Image = new ImageSettings(size) });
        Assert.Equal(size * size, image.Bytes().Length);
        Assert.All(image.LogSignal, value => Assert.True(float.IsFinite(value)));
        Assert.Equal((0, 255), (image.Bytes().Min(), image.Bytes().Max()));
    }

    private static Acquisition Complete(Acquisition acquisition)
    {
        while (acquisition.Advance(5) > 0) { }
        return acquisition;
    }

    private static bool[] Both(bool[] a, bool[] b) => [.. a.Zip(b, (x, y) => x || y)];

    private static double Mean(float[] values, bool[] mask) => values.Where((_, pixel) => mask[pixel]).Average(value => value);
}
