using PhantomNet.Networks.Inspection;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Metrics;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Inspection;

public sealed class AblationTests
{
    private const int Count = 40; // more than one of its own batches

    [Theory]
    [InlineData(0)] // before the ReLU
    [InlineData(1)] // after it
    [InlineData(2)] // after the pool
    public void Silencing_a_map_is_the_same_as_a_filter_of_zeros(int layer)
    {
        Network network = InspectionCases.Random();
        SampleSet samples = InspectionCases.Samples(network.Spec.Input, Count);
        float[] silenced = new float[Count * 3];
        Ablation.Predict(network, new Unit(layer, 2), samples.Inputs.Span, silenced);

        ParameterBlock block = network.Spec.ParameterBlocks().First();
        int weights = block.WeightCount / 4;
        network.Parameters.Slice(2 * weights, weights).Clear();
        network.Parameters[block.WeightCount + 2] = 0;
        Assert.Equal(network.Forward(samples.Inputs.Span, Count), silenced);
    }

    [Fact]
    public void The_network_is_as_before_afterwards()
    {
        Network network = InspectionCases.Random();
        SampleSet samples = InspectionCases.Samples(network.Spec.Input, Count);
        float[] before = network.Forward(samples.Inputs.Span, Count).ToArray();
        float[] silenced = new float[Count * 3];
        Ablation.Predict(network, new Unit(4, 0), samples.Inputs.Span, silenced);
        Assert.NotEqual(before, silenced);
        Assert.Equal(before, network.Forward(samples.Inputs.Span, Count));
    }

    [Fact]
    public void Accuracy_falls_to_chance_when_the_one_unit_that_knows_is_silenced()
    {
        Network network = new(InspectionCases.TwoPixels);
        InspectionCases.TwoPixelsParameters().CopyTo(network.Parameters);
        float[] images = new float[4 * 36];
        images[14] = 1; // images 0 and 2 have the pixel of class 1
        images[72 + 14] = 1;
        SampleSet samples = SampleSet.OfClasses(InspectionCases.Image, images, [1, 0, 1, 0]);
        float[] outputs = network.Forward(images, batch: 4).ToArray();
        Assert.Equal(1, Accuracy.Of(Loss.SoftmaxCrossEntropy, outputs, samples));
        Ablation.Predict(network, new Unit(0, 14), images, outputs);
        Assert.Equal(0.5, Accuracy.Of(Loss.SoftmaxCrossEntropy, outputs, samples));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Network network = InspectionCases.Random();
        AssertRefused(() => Ablation.Predict(network, new Unit(0, 4), [], []), "Unit 4 of layer 1", "4×8×8", "0 to 3");
        AssertRefused(() => Ablation.Predict(network, new Unit(0, 0), new float[5], []), "5 inputs", "takes 128");
        AssertRefused(() => Ablation.Predict(network, new Unit(0, 0), new float[128], new float[2]), "room for 2", "gives 3");
    }
}
