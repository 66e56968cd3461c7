using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>What one layer on a square image costs. Every count is that of a network's spec.</summary>
public sealed class LayerCost
{
    private readonly LayerSpec _layer;

    private LayerCost(Shape input, LayerSpec layer)
    {
        _layer = layer;
        Spec = new NetworkSpec(input, Loss.MeanSquaredError, layer);
    }

    /// <summary>The layer as a network of its own.</summary>
    public NetworkSpec Spec { get; }

    /// <summary>Without biases.</summary>
    public int Weights => _layer.WeightCount(Spec.Input);

    /// <summary>One for each neuron or filter.</summary>
    public int Biases => _layer.BiasCount(Spec.Input);

    /// <summary>Weights and biases.</summary>
    public int Parameters => Spec.ParameterCount;

    /// <summary>In bytes: four for each float32.</summary>
    public long ParameterBytes => sizeof(float) * (long)Parameters;

    /// <summary>For one image forward.</summary>
    public long MultiplyAdds => Spec.MultiplyAdds;

    /// <summary>In how many multiply-adds each weight takes part.</summary>
    public double UsesOfEachWeight => (double)MultiplyAdds / Weights;

    /// <summary>Numbers that come out.</summary>
    public int Outputs => Spec.Output.Length;

    /// <summary>Numbers kept of one image until the backward pass: what goes in and what comes out.</summary>
    public long Activations => Spec.ActivationCount;

    /// <summary>The same in bytes.</summary>
    public long ActivationBytes => Spec.ActivationBytes;

    /// <summary>Neurons that each see the whole image, which is read as one vector.</summary>
    public static LayerCost Dense(int channels, int side, int neurons) =>
        new(Shape.Vector(channels * side * side), new DenseSpec(neurons));

    /// <summary>Filters of 3×3, same-padded, stride 1.</summary>
    public static LayerCost Convolution(int channels, int side, int filters) =>
        new(new Shape(channels, side, side), new ConvolutionSpec(filters, KernelWeights.Size, Padding: Padding.Same));
}
