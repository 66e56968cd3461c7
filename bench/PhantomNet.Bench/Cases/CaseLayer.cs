using PhantomNet.Networks;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Bench.Cases;

/// <summary>A layer as its peers read it: one of convolution, pool, dense, flatten, relu, tanh.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Units">Filters, or outputs of a dense layer.</param>
/// <param name="Size">Rows and columns of a kernel or of a window.</param>
/// <param name="Padding">Zeros on each side.</param>
/// <param name="From">The shape that enters: channels, rows, columns; of a dense layer that of the image that was flattened.</param>
/// <param name="Weights">Index of the first weight among all parameters; null without any.</param>
/// <param name="Biases">Index of the first bias.</param>
internal sealed record CaseLayer(string Kind, int? Units, int? Size, int? Padding, int[] From, int? Weights, int? Biases)
{
    public static IEnumerable<CaseLayer> Of(NetworkSpec spec)
    {
        for (int i = 0; i < spec.Layers.Count; i++)
        {
            LayerSpec layer = spec.Layers[i];
            bool wasImage = i > 0 && spec.Layers[i - 1] is FlattenSpec;
            Shape from = spec.InputOf(wasImage ? i - 1 : i);
            ParameterBlock? block = spec.ParameterBlocks()
                .Cast<ParameterBlock?>()
                .FirstOrDefault(block => block!.Value.Layer == i);
            yield return new CaseLayer(
                Name(layer),
                block?.BiasCount,
                layer is DenseSpec ? null : layer.Window?.Size,
                layer.Window?.Padding,
                [from.Channels, from.Height, from.Width],
                block?.Offset,
                block?.Offset + block?.WeightCount
            );
        }
    }

    private static string Name(LayerSpec layer) =>
        layer switch
        {
            ConvolutionSpec => "convolution",
            MaxPoolingSpec => "pool",
            DenseSpec => "dense",
            FlattenSpec => "flatten",
            ActivationSpec { Function: Activation.ReLU } => "relu",
            ActivationSpec { Function: Activation.Tanh } => "tanh",
            _ => throw new ArgumentException($"No peer is told of a layer of {layer.Name}."),
        };
}
