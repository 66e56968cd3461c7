using PhantomNet.Exercises.Imaging.Phantom;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Phantom;

public sealed class StageImageTests
{
    private static readonly Radiograph Taken = Acquisition.Take(new PhantomSetting { Size = 28 }.Settings);

    [Fact]
    public void The_stages_of_the_detector_are_its_numbers()
    {
        Assert.Equal(Taken.Stages.PrimaryQuanta.Select(value => (float)value), Values(PhantomStage.Primary));
        Assert.Equal(Taken.Stages.CountedQuanta.Select(value => (float)value), Values(PhantomStage.Counted));
        Assert.Equal(Taken.Stages.SignalKeV.Select(value => (float)value), Values(PhantomStage.Signal));
        Assert.Equal(Taken.Stages.BlurredKeV.Select(value => (float)value), Values(PhantomStage.Blurred));
        Assert.Equal(Taken.LogSignal, Values(PhantomStage.Log));
        Assert.Equal(Taken.LogSignal, Values(PhantomStage.Image));
    }

    [Theory]
    [InlineData(PhantomStage.Soft)]
    [InlineData(PhantomStage.Lung)]
    [InlineData(PhantomStage.Bone)]
    public void A_pixel_of_a_tissue_is_the_mean_of_its_rays(PhantomStage stage)
    {
        float[] rays = stage switch
        {
            PhantomStage.Soft => Taken.Thickness.SoftTissue,
            PhantomStage.Lung => Taken.Thickness.Lung,
            _ => Taken.Thickness.CorticalBone,
        };
        float[] values = Values(stage);
        Assert.Equal(rays.Average(), values.Average(), 1e-3);
        PixelFacts pixel = PixelFacts.Of(Taken, 11, 13);
        double expected = stage switch
        {
            PhantomStage.Soft => pixel.SoftGPerCm2,
            PhantomStage.Lung => pixel.LungGPerCm2,
            _ => pixel.BoneGPerCm2,
        };
        Assert.Equal(expected, values[(11 * 28) + 13], 1e-5);
        Assert.Equal(
            (rays[(22 * 56) + 26] + rays[(22 * 56) + 27] + rays[(23 * 56) + 26] + rays[(23 * 56) + 27]) / 4,
            expected,
            1e-5
        );
    }

    [Fact]
    public void The_range_holds_all_values()
    {
        StageImage image = Of(PhantomStage.Image);
        Assert.Equal(Taken.LogSignal.Min(), image.Least);
        Assert.Equal(Taken.LogSignal.Max(), image.Most);
    }

    [Theory]
    [InlineData(2, 19, 38, 19)]
    [InlineData(0, 0, 40, 40)]
    [InlineData(31.3, 38.9, 7.7, 1.2)]
    [InlineData(5, 5, 5, 5)]
    [InlineData(20, 40, 20, 0)]
    public void A_profile_has_the_values_of_the_pixels_under_the_line(double x1, double y1, double x2, double y2)
    {
        ProfileLine line = new(x1, y1, x2, y2);
        StageImage image = Of(PhantomStage.Counted);
        IReadOnlyList<(double Cm, double Value)> points = Profile.Of(image, line);
        Assert.Equal(line.LengthCm, points[0].Cm + points[^1].Cm, 1e-9);
        foreach ((double cm, double value) in points)
        {
            double share = line.LengthCm > 0 ? cm / line.LengthCm : 0;
            int column = Math.Min(27, (int)((x1 + (share * (x2 - x1))) / 40 * 28));
            int row = Math.Min(27, (int)((y1 + (share * (y2 - y1))) / 40 * 28));
            Assert.Equal((float)Taken.Stages.CountedQuanta[(row * 28) + column], value);
        }
    }

    [Fact]
    public void A_profile_along_a_row_is_that_row()
    {
        IReadOnlyList<(double Cm, double Value)> points = Profile.Of(Of(PhantomStage.Log), new ProfileLine(0, 20.1, 40, 20.1));
        float[] row = Taken.LogSignal[(14 * 28)..(15 * 28)];
        Assert.Equal(row, points.Select(point => (float)point.Value));
    }

    private static StageImage Of(PhantomStage stage)
    {
        StageImage image = new(Taken, stage);
        while (image.Advance(5) > 0) { }

        return image;
    }

    private static float[] Values(PhantomStage stage) => Of(stage).Values.ToArray();
}
