using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Inspection;

/// <summary>
/// Grad-CAM (docs/sources.md#grad-cam): where the feature maps of a layer spoke for a class. Each map is weighted by the mean of
/// ∂(the class's logit)/∂map, and of the sum the negative part is left out.
/// </summary>
/// <remarks>It shows what moved this logit in this network, on a coarse grid. That isn't a reason, nor a finding.</remarks>
/// <param name="MapWeights">The weight of each feature map: [channels].</param>
/// <param name="Map">ReLU(Σ weight × map), on the grid of the layer's output.</param>
public sealed record GradCam(float[] MapWeights, SaliencyMap Map)
{
    /// <summary>Computes it for one sample.</summary>
    /// <param name="network">The network.</param>
    /// <param name="sample">[channels, height, width].</param>
    /// <param name="layer">Whose output; usually the last that has rows and columns.</param>
    /// <param name="label">The class asked about.</param>
    /// <exception cref="ArgumentException">The layer gives a vector, the sample has another length, or there is no such class.</exception>
    public static GradCam Of(Network network, ReadOnlySpan<float> sample, int layer, int label)
    {
        NetworkSpec spec = network.Spec;
        spec.CheckLayer(layer);
        if (spec.Layers.Take(layer + 1).Any(each => each.Window is null))
        {
            throw new ArgumentException(
                $"Layer {layer + 1}, {spec.Layers[layer].Name}, gives a vector; Grad-CAM needs feature maps. Choose a layer before "
                    + "the image is flattened."
            );
        }

        SampleTrace trace = SampleTrace.Of(network, sample, label);
        Shape shape = spec.OutputOf(layer);
        int places = shape.Height * shape.Width;
        float[] weights = new float[shape.Channels];
        float[] sum = new float[places];
        for (int c = 0; c < shape.Channels; c++)
        {
            ReadOnlySpan<float> map = trace.Outputs[layer].AsSpan(c * places, places);
            ReadOnlySpan<float> gradient = trace.Gradients[layer].AsSpan(c * places, places);
            weights[c] = Mean(gradient);
            for (int i = 0; i < places; i++)
            {
                sum[i] += weights[c] * map[i];
            }
        }

        return new GradCam(weights, new SaliencyMap(shape.Height, shape.Width, [.. sum.Select(value => MathF.Max(0, value))]));
    }

    private static float Mean(ReadOnlySpan<float> values)
    {
        float sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
