using PhantomNet.Networks;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>One sample on its way through a network, there and back: what each layer gave, and what the loss depends on.</summary>
public sealed class LayerChain
{
    private readonly BatchTrace _trace;
    private readonly double?[] _parameterGradients;

    /// <summary>Takes what an engine has traced.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="sample">What it was given.</param>
    /// <param name="trace">That sample's trace through <see cref="Traced"/>; forward alone will do where no gradient is asked for.</param>
    public LayerChain(NetworkSpec spec, float[] parameters, float[] sample, BatchTrace trace)
    {
        Spec = spec;
        Parameters = parameters;
        Sample = sample;
        _trace = trace;
        _parameterGradients = new double?[spec.Layers.Count];
    }

    /// <summary>The network.</summary>
    public NetworkSpec Spec { get; }

    /// <summary>Its parameters; not to be changed.</summary>
    public float[] Parameters { get; }

    /// <summary>What it was given.</summary>
    public float[] Sample { get; }

    /// <summary>The loss of this one sample.</summary>
    public double Loss => _trace.Loss;

    /// <summary>
    /// What an engine is to trace: the network with an identity in front, whose output is the sample, and whose gradient is the sample's.
    /// </summary>
    public static NetworkSpec Traced(NetworkSpec spec) =>
        new(spec.Input, spec.Loss, [new ActivationSpec(Activation.Identity), .. spec.Layers]);

    /// <summary>What left a layer; of layer −1, the sample.</summary>
    public float[] Output(int layer) => layer < 0 ? Sample : _trace.Outputs[layer + 1];

    /// <summary>∂loss/∂(what left that layer); of layer −1, of the sample.</summary>
    public float[] Gradient(int layer) => _trace.OutputGradients[layer + 1];

    /// <summary>Euclidean length of ∂loss/∂(the layer's weights and biases); 0 where it has none.</summary>
    /// <remarks>Summed once it is asked for: a page shows one layer at a time, and one of them holds most of the weights.</remarks>
    public double ParameterGradient(int layer) =>
        _trace.ParameterGradients.Length == 0
            ? 0
            : _parameterGradients[layer] ??= Length(_trace.ParameterGradients.AsSpan(BlockOf(layer).All));

    // Empty where the layer has none.
    private ParameterBlock BlockOf(int layer) => Spec.ParameterBlocks().FirstOrDefault(block => block.Layer == layer);

    private static double Length(ReadOnlySpan<float> vector)
    {
        double sum = 0;
        foreach (float element in vector)
        {
            sum += (double)element * element;
        }

        return Math.Sqrt(sum);
    }
}
