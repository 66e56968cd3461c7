using PhantomNet.Networks.Inspection;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Inspection;

public sealed class OcclusionTests
{
    private static readonly float[] _ones = [.. Enumerable.Repeat(1f, 36)];

    [Fact]
    public async Task Only_patches_over_the_pixel_that_counts_change_the_logit()
    {
        await using TextbookRunner runner = Runner();
        SaliencyMap map = await new Occlusion(PatchSize: 2, Stride: 1, Fill: 0).MapAsync(runner, _ones, label: 1);
        Assert.Equal((5, 5), (map.Height, map.Width));
        for (int row = 0; row < 5; row++)
        {
            for (int column = 0; column < 5; column++)
            {
                bool covers = row is 1 or 2 && column is 1 or 2;
                Assert.Equal(covers ? 2 : 0, map[row, column]);
            }
        }
    }

    [Fact]
    public async Task A_patch_that_spoke_against_the_class_is_below_zero()
    {
        await using TextbookRunner runner = Runner();
        SaliencyMap map = await new Occlusion(PatchSize: 3, Stride: 3, Fill: 0.5f).MapAsync(runner, _ones, label: 0);
        Assert.Equal([0, 0, 0, -1.5f], map.Values);
    }

    [Fact]
    public async Task The_last_patches_reach_the_edge_and_are_cut_by_it()
    {
        await using TextbookRunner runner = Runner();
        Occlusion occlusion = new(PatchSize: 4, Stride: 3, Fill: 0);
        SaliencyMap map = await occlusion.MapAsync(runner, _ones, label: 0);
        Assert.Equal([0, 0, 0, -3], map.Values);
        Assert.Equal(new PixelRectangle(3, 3, 3, 3), occlusion.Patch(InspectionCases.Image, 1, 1));
        Assert.Equal(new PixelRectangle(0, 3, 4, 3), occlusion.Patch(InspectionCases.Image, 0, 1));
    }

    [Fact]
    public async Task A_patch_larger_than_the_image_covers_all_of_it()
    {
        await using TextbookRunner runner = Runner();
        SaliencyMap map = await new Occlusion(PatchSize: 99, Stride: 1, Fill: 0).MapAsync(runner, _ones, label: 1);
        Assert.Equal([2], map.Values);
    }

    [Fact]
    public async Task A_cover_takes_the_place_of_the_fill_where_the_patch_lies()
    {
        await using TextbookRunner runner = Runner();
        Occlusion occlusion = new(PatchSize: 2, Stride: 1, Fill: 0);
        float[] same = [.. _ones];
        SaliencyMap unchanged = await occlusion.MapAsync(runner, _ones, label: 1, same);
        Assert.All(unchanged.Values, value => Assert.Equal(0, value));
        float[] half = [.. Enumerable.Repeat(0.5f, 36)];
        SaliencyMap halved = await occlusion.MapAsync(runner, _ones, label: 1, half);
        SaliencyMap filled = await (occlusion with { Fill = 0.5f }).MapAsync(runner, _ones, label: 1);
        Assert.Equal(filled.Values, halved.Values);
        await Assert.ThrowsAsync<ArgumentException>(async () => await occlusion.MapAsync(runner, _ones, 1, new float[7]));
    }

    [Fact]
    public async Task Scores_can_be_compared_in_place_of_logits()
    {
        await using TextbookRunner runner = Runner();
        SaliencyMap map = await new Occlusion(99, 1, 0, OfLogit: false).MapAsync(runner, _ones, label: 1);
        Assert.Equal(Activations.Sigmoid(2 + 3) - 0.5f, map.Values[0], Tolerance.Float);
    }

    [Fact]
    public async Task A_score_of_one_logit_is_its_sigmoid_for_class_1_and_the_rest_for_class_0()
    {
        NetworkSpec spec = new(Shape.Vector(1), Loss.BinaryCrossEntropy, new DenseSpec(1));
        await using TextbookRunner runner = InspectionCases.Runner(spec, [3, 0]);
        Occlusion scores = new(1, 1, 0, OfLogit: false);
        Assert.Equal(Activations.Sigmoid(3) - 0.5f, (await scores.MapAsync(runner, new float[] { 1 }, 1)).Values[0]);
        Assert.Equal(Activations.Sigmoid(-3) - 0.5f, (await scores.MapAsync(runner, new float[] { 1 }, 0)).Values[0]);
        SaliencyMap logit = await new Occlusion(1, 1, 0).MapAsync(runner, new float[] { 1 }, 0);
        Assert.Equal([-3], logit.Values);
    }

    [Fact]
    public async Task Settings_and_samples_that_do_not_fit_are_refused()
    {
        await using TextbookRunner runner = Runner();
        void Map(Occlusion occlusion, int length = 36, int label = 0) =>
            _ = occlusion.MapAsync(runner, new float[length], label).AsTask().GetAwaiter().GetResult();
        AssertRefused(() => Map(new Occlusion(0, 1, 0)), "patch of 0", "at least 1");
        AssertRefused(() => Map(new Occlusion(1, 0, 0)), "stride of 0", "at least 1");
        AssertRefused(() => Map(new Occlusion(1, 1, float.NaN)), "fill of NaN", "finite");
        AssertRefused(() => Map(new Occlusion(1, 1, 0), length: 35), "35 numbers", "takes 1×6×6");
        AssertRefused(() => Map(new Occlusion(1, 1, 0), label: 2), "Class 2", "has 2");
    }

    private static TextbookRunner Runner() =>
        InspectionCases.Runner(InspectionCases.TwoPixels, InspectionCases.TwoPixelsParameters());
}
