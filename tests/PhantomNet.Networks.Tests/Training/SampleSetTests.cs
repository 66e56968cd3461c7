using PhantomNet.Networks.Training;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Training;

public sealed class SampleSetTests
{
    private static readonly Shape _pair = Shape.Vector(2);

    [Fact]
    public void Samples_are_found_by_index_and_gathered_in_order()
    {
        SampleSet samples = SampleSet.OfClasses(_pair, [1, 2, 3, 4, 5, 6], [0, 1, 2], classCount: 3);
        Assert.Equal((3, 1, 3, true), (samples.Count, samples.TargetLength, samples.ClassCount, samples.HasClasses));
        Assert.Equal([3, 4], samples.Input(1));
        Assert.Equal(2, samples.Label(2));
        float[] inputs = new float[4];
        float[] targets = new float[2];
        samples.Gather([2, 0], inputs, targets);
        Assert.Equal([5, 6, 1, 2], inputs);
        Assert.Equal([2, 0], targets);
    }

    [Fact]
    public void Samples_are_copies()
    {
        float[] inputs = [1, 2];
        SampleSet samples = SampleSet.OfClasses(_pair, inputs, [0]);
        inputs[0] = 100;
        Assert.Equal([1, 2], samples.Input(0));
    }

    [Fact]
    public void Values_have_no_label()
    {
        SampleSet samples = SampleSet.OfValues(_pair, [1, 2, 3, 4], [5, 6, 7, 8], targetLength: 2);
        Assert.Equal((2, 2, 0, false), (samples.Count, samples.TargetLength, samples.ClassCount, samples.HasClasses));
        Assert.Equal([7, 8], samples.Target(1));
        AssertRefused<InvalidOperationException>(() => samples.Label(0), "values", "not classes");
    }

    [Fact]
    public void An_empty_set_is_refused()
    {
        AssertRefused(() => SampleSet.OfClasses(_pair, [], []), "0 inputs", "0 labels", "at least one sample");
        AssertRefused(() => SampleSet.OfValues(_pair, [], []), "0 inputs", "0 targets", "at least one sample");
    }

    [Fact]
    public void Inputs_and_targets_of_other_lengths_are_refused()
    {
        AssertRefused(() => SampleSet.OfClasses(_pair, [1, 2, 3], [0, 1]), "3 inputs", "2 labels", "shape 2", "need 4");
        AssertRefused(() => SampleSet.OfValues(_pair, [1, 2], [1, 2, 3], targetLength: 2), "3 target values", "groups of 2");
        AssertRefused(() => SampleSet.OfValues(_pair, [1, 2], [1], targetLength: 0), "groups of 0", "at least 1");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void A_label_out_of_range_is_refused_with_its_place(int label) =>
        AssertRefused(
            () => SampleSet.OfClasses(_pair, [1, 2, 3, 4], [0, label]),
            $"Label {label}",
            "sample 1",
            "2 classes",
            "0 to 1"
        );

    [Fact]
    public void One_class_is_refused() =>
        AssertRefused(() => SampleSet.OfClasses(_pair, [1, 2], [0], classCount: 1), "1 class", "at least 2");

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void A_number_that_is_not_finite_is_refused_with_its_place(float value, string name)
    {
        AssertRefused(() => SampleSet.OfClasses(_pair, [1, 2, 3, value], [0, 1]), $"Input 3 is {name}", "finite");
        AssertRefused(() => SampleSet.OfValues(_pair, [1, 2], [value]), $"Target value 0 is {name}", "finite");
    }
}
