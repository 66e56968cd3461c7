using PhantomNet.Networks.Inspection;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Inspection;

public sealed class TopPatchesTests
{
    // One filter that sums 2×2 pixels, and one that gives the negative.
    private static readonly NetworkSpec _spec = new(
        new Shape(1, 4, 4),
        Loss.SoftmaxCrossEntropy,
        new ConvolutionSpec(2, 2),
        new FlattenSpec(),
        new DenseSpec(2)
    );

    // Bright spots: 5 at (0, 0) of image 0; 9 at (1, 2) and 7 at (3, 3) of image 1; nothing in image 2.
    private static readonly SampleSet _samples = Samples();

    [Fact]
    public void The_brightest_patch_of_each_image_is_found_with_what_was_seen_there()
    {
        IReadOnlyList<UnitPlace> places = TopPatches.Find(Summing(), _samples, new Unit(0, 0), count: 2);
        Assert.Equal(
            [
                new UnitPlace(Sample: 1, Row: 0, Column: 1, Value: 9, new PixelRectangle(0, 1, 2, 2)),
                new UnitPlace(Sample: 0, Row: 0, Column: 0, Value: 5, new PixelRectangle(0, 0, 2, 2)),
            ],
            places
        );
    }

    [Fact]
    public void An_image_may_be_allowed_several_places()
    {
        IReadOnlyList<UnitPlace> places = TopPatches.Find(Summing(), _samples, new Unit(0, 0), count: 6, perSample: 9);
        Assert.Equal([9, 9, 9, 9, 7, 5], places.Select(place => place.Value));
        Assert.Equal(
            [(0, 1), (0, 2), (1, 1), (1, 2), (2, 2), (0, 0)],
            places.Select(place => (place.Row, place.Column)) // equal ones in reading order
        );
    }

    [Fact]
    public void Images_can_be_shown_in_any_order_and_in_slices()
    {
        TopPatches patches = new(_spec, new Unit(0, 0), count: 3);
        Assert.Empty(patches.Places);
        Network network = Summing();
        foreach (int n in (int[])[2, 1, 0])
        {
            network.Forward(_samples.Input(n), batch: 1);
            patches.Look(n, network.OutputOf(0));
        }

        Assert.Equal(TopPatches.Find(Summing(), _samples, new Unit(0, 0), count: 3), patches.Places);
        Assert.Equal([1, 0, 2], patches.Places.Select(place => place.Sample));
    }

    [Fact]
    public void Several_units_can_look_at_one_pass()
    {
        Network network = Summing();
        TopPatches first = new(_spec, new Unit(0, 0), count: 3);
        TopPatches second = new(_spec, new Unit(0, 1), count: 3);
        for (int n = 0; n < _samples.Count; n++)
        {
            network.Forward(_samples.Input(n), batch: 1);
            first.Look(n, network.OutputOf(0));
            second.Look(n, network.OutputOf(0));
        }

        Assert.Equal(TopPatches.Find(Summing(), _samples, new Unit(0, 0), count: 3), first.Places);
        Assert.Equal(TopPatches.Find(Summing(), _samples, new Unit(0, 1), count: 3), second.Places);
    }

    [Fact]
    public void A_unit_of_a_vector_sees_what_it_depends_on()
    {
        UnitPlace place = TopPatches.Find(Summing(), _samples, new Unit(1, 9 + 4), count: 1).Single();
        Assert.Equal(new UnitPlace(0, 0, 0, 0, new PixelRectangle(1, 1, 2, 2)), place); // the negative filter in the middle
    }

    [Fact]
    public void Units_and_numbers_that_make_no_sense_are_refused()
    {
        AssertRefused(() => _ = new TopPatches(_spec, new Unit(0, 2), 1), "Unit 2 of layer 1", "2×3×3", "0 to 1");
        AssertRefused<ArgumentOutOfRangeException>(() => _ = new TopPatches(_spec, new Unit(5, 0), 1), "Layer 5");
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopPatches(_spec, new Unit(0, 0), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopPatches(_spec, new Unit(0, 0), 1, 0));
    }

    private static Network Summing()
    {
        Network network = new(_spec);
        new float[] { 1, 1, 1, 1, -1, -1, -1, -1 }.CopyTo(network.Parameters);
        return network;
    }

    private static SampleSet Samples()
    {
        float[] images = new float[48];
        images[0] = 5;
        images[16 + 4 + 2] = 9;
        images[16 + 15] = 7;
        return SampleSet.OfClasses(_spec.Input, images, [0, 1, 0]);
    }
}
