using PhantomNet.Exercises.Imaging.Step4Layers;
using PhantomNet.Networks.Metrics;

namespace PhantomNet.Exercises.Imaging.Tests.Step4Layers;

public sealed class MapOverlapTests
{
    private const byte Lung = 1 << (int)TrueMask.Lungs;

    [Fact]
    public void A_map_that_is_the_mask_has_an_area_of_one_and_its_negative_of_zero()
    {
        byte[] flags = [Lung, 0, Lung, 0, 0, 0];
        Assert.Equal(1, MapOverlap.Of([5, 0, 4, 0, 1, 0], flags, TrueMask.Lungs));
        Assert.Equal(0, MapOverlap.Of([-5, 0, -4, 0, -1, 0], flags, TrueMask.Lungs));
    }

    [Fact]
    public void Equal_values_count_half()
    {
        Assert.Equal(0.5, MapOverlap.Of([0, 0, 0, 0], [Lung, 0, 0, Lung], TrueMask.Lungs));
        // Of the pairs inside, outside: (1, 1) a tie, (1, 0) won.
        Assert.Equal(0.75, MapOverlap.Of([1, 1, 0], [Lung, 0, 0], TrueMask.Lungs));
    }

    [Fact]
    public void Without_inside_or_outside_there_is_no_area()
    {
        Assert.True(double.IsNaN(MapOverlap.Of([1, 2], [0, 0], TrueMask.Lungs)));
        Assert.True(double.IsNaN(MapOverlap.Of([1, 2], [Lung, Lung], TrueMask.Lungs)));
    }

    [Fact]
    public void It_is_the_area_under_the_roc_curve_but_for_its_steps()
    {
        Random random = new(3);
        float[] map = new float[4096];
        byte[] flags = new byte[map.Length];
        int[] labels = new int[map.Length];
        for (int i = 0; i < map.Length; i++)
        {
            labels[i] = random.NextDouble() < 0.2 ? 1 : 0;
            flags[i] = (byte)(labels[i] == 1 ? 1 << (int)TrueMask.Lesion : 0);
            map[i] = (float)Math.Max(0, (2 * random.NextDouble()) - 0.6 + (0.7 * labels[i]));
        }

        const double steps = 0.002; // of 256 between 0 and the largest
        Assert.Equal(RocCurve.From(map, labels).Area, MapOverlap.Of(map, flags, TrueMask.Lesion), steps);
    }

    [Fact]
    public void The_most_active_tenth_overlaps_a_mask_by_intersection_over_union()
    {
        // 100 places; the ten largest are 90 to 99, of which 95 to 99 are inside, with 5 others.
        float[] map = [.. Enumerable.Range(0, 100).Select(i => (float)i)];
        byte[] flags = [.. Enumerable.Range(0, 100).Select(i => i >= 95 || i < 5 ? Lung : (byte)0)];
        TopPlaces top = TopPlaces.Of(map, flags, TrueMask.Lungs);
        Assert.Equal(10, top.Chosen.Count(chosen => chosen));
        Assert.Equal(5.0 / 15, top.Overlap, 1e-12);
        Assert.Equal(0.01 / 0.19, top.ByChance, 1e-12);
    }

    [Fact]
    public void Places_that_give_nothing_are_never_among_the_most_active()
    {
        float[] map = new float[100];
        map[7] = 1;
        TopPlaces top = TopPlaces.Of(map, new byte[100], TrueMask.Lungs);
        Assert.Equal([7], Enumerable.Range(0, 100).Where(place => top.Chosen[place]));
        Assert.Equal((0.0, 0.0), (top.Overlap, top.ByChance));
    }
}
