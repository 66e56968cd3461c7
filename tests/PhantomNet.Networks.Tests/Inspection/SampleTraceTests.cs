using PhantomNet.Networks.Inspection;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Tests.Reference;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Inspection;

public sealed class SampleTraceTests
{
    [Theory]
    [InlineData(Loss.SoftmaxCrossEntropy, 2)]
    [InlineData(Loss.BinaryCrossEntropy, 0)]
    [InlineData(Loss.BinaryCrossEntropy, 1)]
    public void Gradients_of_a_logit_match_finite_differences_from_the_image(Loss loss, int label)
    {
        Network network = InspectionCases.Random(loss, Activation.Tanh);
        float[] sample = InspectionCases.Samples(network.Spec.Input, 1, 2).Input(0).ToArray();
        SampleTrace trace = SampleTrace.Of(network, sample, label);
        double[] parameters = NetworkCase.ToDouble(network.Parameters);
        double Logit(double[] x)
        {
            double[] outputs = ReferenceNetwork.Activations(network.Spec, parameters, x)[^1];
            return loss == Loss.SoftmaxCrossEntropy ? outputs[label] : outputs[0] * ((2 * label) - 1);
        }

        Tolerance.AssertGradient(FiniteDifferences.Gradient(Logit, NetworkCase.ToDouble(sample)), trace.InputGradient);
        Assert.Equal(network.Spec.Layers.Count, trace.Outputs.Length);
        Assert.Equal(trace.Outputs.Select(values => values.Length), trace.Gradients.Select(values => values.Length));
        Assert.Equal(loss == Loss.SoftmaxCrossEntropy ? [0, 0, 1] : [label == 1 ? 1f : -1f], trace.Gradients[^1]);
    }

    [Fact]
    public void There_is_no_way_back_after_a_layer_was_replaced()
    {
        Network network = InspectionCases.Random();
        float[] sample = InspectionCases.Samples(network.Spec.Input, 1).Input(0).ToArray();
        float[] outputs = network.Forward(sample, batch: 1).ToArray();
        float[] pooled = network.OutputOf(2).ToArray();
        Assert.Equal(outputs, network.ForwardFrom(2, pooled, batch: 1));
        AssertRefused<InvalidOperationException>(() => network.BackwardFrom([1, 0, 0]), "ForwardFrom", "whole Forward");
        AssertRefused(() => network.ForwardFrom(2, new float[5], batch: 1), "5 outputs of layer 3", "takes 64");
        network.Forward(sample, batch: 1);
        network.BackwardFrom([1, 0, 0]);
        AssertRefused(() => network.BackwardFrom([1, 0]), "2 output gradients", "takes 3");
    }
}
