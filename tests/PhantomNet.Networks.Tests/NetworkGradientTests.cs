using FsCheck.Xunit;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Tests.Reference;

namespace PhantomNet.Networks.Tests;

// The same cases at every run: among millions some network adds up floats in an order that no tolerance of a sum foresees.
[Properties(Arbitrary = [typeof(NetworkCases)], MaxTest = Cases, Replay = "20261123,7")]
public sealed class NetworkGradientTests
{
    private const int Cases = 300;

    [Property]
    public void Forward_matches_the_reference_at_every_layer(NetworkCase drawn)
    {
        Network network = drawn.Build();
        network.Forward(drawn.Inputs, drawn.Batch);
        double[][] expected = drawn.Activations();
        for (int layer = 0; layer < drawn.Spec.Layers.Count; layer++)
        {
            Tolerance.AssertClose(expected[layer + 1], network.OutputOf(layer), Tolerance.FloatSum, floor: 1);
        }
    }

    [Property]
    public void Loss_matches_the_reference(NetworkCase drawn)
    {
        Network network = drawn.Build();
        network.Forward(drawn.Inputs, drawn.Batch);
        double expected = drawn.MeanLoss(drawn.ParametersInDouble);
        Assert.Equal(expected, network.Backward(drawn.Targets), Tolerance.Gradient * Math.Max(1, expected));
    }

    [Property]
    public void Parameter_gradients_match_finite_differences(NetworkCase drawn)
    {
        Network network = drawn.Build();
        network.Forward(drawn.Inputs, drawn.Batch);
        network.Backward(drawn.Targets);
        Tolerance.AssertGradient(drawn.Gradient(), network.ParameterGradients);
    }

    [Property]
    public void Loss_and_gradients_with_class_weights_match_finite_differences(NetworkCase drawn)
    {
        Network network = drawn.Build();
        network.Forward(drawn.Inputs, drawn.Batch);
        double expected = drawn.WeightedMeanLoss(drawn.ParametersInDouble);
        double loss = network.Backward(drawn.Targets, drawn.Weights);
        Assert.Equal(expected, loss, Tolerance.Gradient * Math.Max(1, expected));
        double[] gradient = FiniteDifferences.Gradient(drawn.WeightedMeanLoss, drawn.ParametersInDouble);
        Tolerance.AssertGradient(gradient, network.ParameterGradients);
    }

    [Property]
    public void Output_gradients_match_finite_differences(NetworkCase drawn)
    {
        Network network = drawn.Build();
        network.Forward(drawn.Inputs, drawn.Batch);
        network.Backward(drawn.Targets);
        double[][] activations = drawn.Activations();
        for (int layer = 0; layer < drawn.Spec.Layers.Count; layer++)
        {
            int from = layer + 1;
            double[] gradient = FiniteDifferences.Gradient(a => LossFrom(drawn, from, a), activations[from]);
            Tolerance.AssertGradient(gradient, network.OutputGradientOf(layer));
        }
    }

    [Property]
    public void A_batch_has_the_mean_gradient_of_its_samples(NetworkCase drawn)
    {
        Network network = drawn.Build();
        double[] mean = new double[drawn.Parameters.Length];
        int inputs = drawn.Inputs.Length / drawn.Batch;
        int targets = drawn.Targets.Length / drawn.Batch;
        for (int n = 0; n < drawn.Batch; n++)
        {
            network.Forward(drawn.Inputs.AsSpan(n * inputs, inputs), batch: 1);
            network.Backward(drawn.Targets.AsSpan(n * targets, targets));
            for (int i = 0; i < mean.Length; i++)
            {
                mean[i] += (double)network.ParameterGradients[i] / drawn.Batch;
            }
        }

        network.Forward(drawn.Inputs, drawn.Batch);
        network.Backward(drawn.Targets);
        Tolerance.AssertGradient(mean, network.ParameterGradients);
    }

    // The mean loss as a function of what leaves layer `from` − 1, for a whole batch.
    private static double LossFrom(NetworkCase drawn, int from, double[] activations)
    {
        ParameterBlock[] blocks = [.. drawn.Spec.ParameterBlocks()];
        double[][] rows = [.. activations.Chunk(activations.Length / drawn.Batch)];
        for (int layer = from; layer < drawn.Spec.Layers.Count; layer++)
        {
            LayerSpec spec = drawn.Spec.Layers[layer];
            double[] own = drawn.ParametersInDouble[blocks.SingleOrDefault(b => b.Layer == layer).All];
            Shape input = drawn.Spec.InputOf(layer);
            rows = [.. rows.Select(row => ReferenceNetwork.Apply(spec, input, own, row))];
        }

        double[][] targets = [.. NetworkCase.ToDouble(drawn.Targets).Chunk(drawn.Targets.Length / drawn.Batch)];
        return rows.Zip(targets, (outputs, target) => ReferenceNetwork.LossOf(drawn.Spec.Loss, outputs, target)).Average();
    }
}
