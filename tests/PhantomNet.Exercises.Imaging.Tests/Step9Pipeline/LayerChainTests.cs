using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Imaging.Step9Pipeline;
using PhantomNet.Networks;
using PhantomNet.Networks.Inspection;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Tests.Step9Pipeline;

public sealed class LayerChainTests
{
    [Fact]
    public void It_has_the_numbers_of_the_network_bit_for_bit()
    {
        LayerChain chain = Chains.Trained;
        Network network = TrainedModel.Loaded.Build();
        network.Forward(Chains.Shot.Input, batch: 1);
        double loss = network.Backward([1]);
        Assert.Equal(loss, chain.Loss);
        for (int layer = 0; layer < chain.Spec.Layers.Count; layer++)
        {
            Assert.Equal(network.OutputOf(layer).ToArray(), chain.Output(layer));
            Assert.Equal(network.OutputGradientOf(layer).ToArray(), chain.Gradient(layer));
        }

        foreach (ParameterBlock block in network.Spec.ParameterBlocks())
        {
            double squares = network.ParameterGradients[block.All].ToArray().Sum(gradient => (double)gradient * gradient);
            Assert.Equal(Math.Sqrt(squares), chain.ParameterGradient(block.Layer));
        }
    }

    [Fact]
    public void The_gradient_of_a_pixel_is_what_a_small_change_of_it_does_to_the_loss()
    {
        LayerChain chain = Chains.Trained;
        float[] gradient = chain.Gradient(-1);
        int pixel = Array.IndexOf(gradient, gradient.MaxBy(Math.Abs));
        const float step = 0.001f;
        double change = LossWith(pixel, step) - LossWith(pixel, -step);
        // A kink of a ReLU or a pool within the step would show here; this pixel has none that matters.
        Assert.Equal(gradient[pixel], change / (2 * step), 0.05 * Math.Abs(gradient[pixel]));
    }

    [Fact]
    public void Grad_cam_from_the_last_layers_is_that_of_the_whole_network()
    {
        Network network = TrainedModel.Loaded.Build();
        GradCam whole = GradCam.Of(network, Chains.Shot.Input, SaliencyMaps.LastMaps(network.Spec), label: 1);
        GradCam rest = SaliencyMaps.GradCamOf(Chains.Trained);
        Assert.Equal(whole.MapWeights, rest.MapWeights);
        Assert.Equal(whole.Map.Values, rest.Map.Values);
    }

    private static double LossWith(int pixel, float change)
    {
        float[] input = [.. Chains.Shot.Input];
        input[pixel] += change;
        Network network = TrainedModel.Loaded.Build();
        network.Forward(input, batch: 1);
        return network.Backward([1]);
    }
}
