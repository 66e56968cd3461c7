using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Inspection;

/// <summary>One sample on its way through a network, and what the logit of one class depends on, everywhere on that way.</summary>
/// <param name="Outputs">What left each layer: [layer][channels, height, width].</param>
/// <param name="Gradients">∂(the class's logit)/∂(those outputs), the same shapes.</param>
/// <param name="InputGradient">∂(the class's logit)/∂(the sample): the simplest saliency map.</param>
public sealed record SampleTrace(float[][] Outputs, float[][] Gradients, float[] InputGradient)
{
    /// <summary>Runs the sample forward, and back from the class's logit.</summary>
    /// <exception cref="ArgumentException">The sample has another length, or there is no such class.</exception>
    public static SampleTrace Of(Network network, ReadOnlySpan<float> sample, int label)
    {
        NetworkSpec spec = network.Spec;
        float[] gradient = spec.ClassGradient(label);
        network.Forward(sample, batch: 1);
        network.BackwardFrom(gradient);
        IEnumerable<int> layers = Enumerable.Range(0, spec.Layers.Count);
        return new SampleTrace(
            [.. layers.Select(layer => network.OutputOf(layer).ToArray())],
            [.. layers.Select(layer => network.OutputGradientOf(layer).ToArray())],
            network.InputGradient.ToArray()
        );
    }
}
