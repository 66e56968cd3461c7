using PhantomNet.Networks.Inspection;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Inspection;

public sealed class GradCamTests
{
    // Two 1×1 filters copy the image and its negative; the logit of class 1 is 4 × the mean of the first map − 8 × that of the
    // second, each taken by global average pooling.
    private static readonly NetworkSpec _spec = new(
        new Shape(1, 2, 2),
        Loss.SoftmaxCrossEntropy,
        new ConvolutionSpec(2, 1),
        new AveragePoolingSpec(2),
        new FlattenSpec(),
        new DenseSpec(2)
    );

    private static readonly float[] _parameters = [1, -1, 0, 0, 0, 0, 4, -8, 0, 0];

    [Fact]
    public void Weights_are_mean_gradients_and_the_map_is_the_positive_part_of_their_sum()
    {
        Network network = new(_spec);
        _parameters.CopyTo(network.Parameters);
        GradCam cam = GradCam.Of(network, [1, -2, 3, 0], layer: 0, label: 1);
        Assert.Equal([1, -2], cam.MapWeights); // 4 / 4 places, −8 / 4 places
        Assert.Equal([3, 0, 9, 0], cam.Map.Values); // x − 2 (−x) = 3x, without what is below 0
        Assert.Equal((2, 2), (cam.Map.Height, cam.Map.Width));
    }

    [Fact]
    public void A_class_that_depends_on_nothing_has_an_empty_map()
    {
        Network network = new(_spec);
        _parameters.CopyTo(network.Parameters);
        GradCam cam = GradCam.Of(network, [1, -2, 3, 0], layer: 0, label: 0);
        Assert.All(cam.Map.Values, value => Assert.Equal(0, value));
    }

    [Fact]
    public void With_one_logit_class_0_is_asked_about_its_negative()
    {
        Network network = InspectionCases.Random(Loss.BinaryCrossEntropy);
        float[] sample = InspectionCases.Samples(network.Spec.Input, 1, 2).Input(0).ToArray();
        float[] one = GradCam.Of(network, sample, layer: 4, label: 1).MapWeights;
        float[] zero = GradCam.Of(network, sample, layer: 4, label: 0).MapWeights;
        Assert.Equal(one, zero.Select(weight => -weight));
        Assert.Contains(one, weight => weight != 0);
    }

    [Fact]
    public void A_layer_without_feature_maps_is_refused_and_so_is_what_is_not_there()
    {
        Network network = new(_spec);
        AssertRefused(() => GradCam.Of(network, new float[4], layer: 2, label: 1), "Layer 3, flatten", "feature maps");
        AssertRefused(() => GradCam.Of(network, new float[4], layer: 0, label: 2), "Class 2", "has 2");
        AssertRefused(() => GradCam.Of(network, new float[5], layer: 0, label: 0), "5 inputs", "takes 4");
        AssertRefused<ArgumentOutOfRangeException>(() => GradCam.Of(network, new float[4], layer: 4, label: 0), "Layer 4");
    }

    [Fact]
    public void A_map_that_is_resized_keeps_its_corners_and_is_linear_between()
    {
        SaliencyMap map = new(1, 2, [0, 8]);
        Assert.Equal([0, 2, 6, 8], map.ResizedTo(1, 4).Values);
        Assert.Equal([0, 2, 6, 8, 0, 2, 6, 8], map.ResizedTo(2, 4).Values);
        Assert.Equal(map.Values, map.ResizedTo(1, 2).Values);
        Assert.Equal(8, map[0, 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => map.ResizedTo(0, 4));
    }
}
