using PhantomNet.Networks;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>How one number of a convolution's map came about: over all input maps the products in the window, and the bias.</summary>
/// <param name="Channels">One for each input map.</param>
/// <param name="Bias">Of the filter.</param>
/// <param name="Output">What the layer computed.</param>
public sealed record ConvolutionSum(IReadOnlyList<ChannelProducts> Channels, float Bias, float Output)
{
    /// <summary>Products in all.</summary>
    public int Count => Channels.Sum(channel => channel.Weights.Length);

    /// <summary>Takes it apart.</summary>
    public static ConvolutionSum At(LayerChain chain, PipelineStage stage, int map, int row, int column)
    {
        ConvolutionSpec layer = (ConvolutionSpec)chain.Spec.Layers[stage.First];
        Window window = layer.Window!.Value;
        Shape input = stage.Input;
        ParameterBlock block = chain.Spec.ParameterBlocks().First(each => each.Layer == stage.First);
        ReadOnlySpan<float> weights = chain.Parameters.AsSpan(block.Weights); // [Cout, Cin, K, K]
        float[] inputs = chain.Output(stage.First - 1);
        int area = window.Size * window.Size;
        List<ChannelProducts> channels = [];
        for (int channel = 0; channel < input.Channels; channel++)
        {
            float?[] under = new float?[area];
            for (int i = 0; i < area; i++)
            {
                int y = window.Start(row) + (i / window.Size);
                int x = window.Start(column) + (i % window.Size);
                bool inside = y >= 0 && y < input.Height && x >= 0 && x < input.Width;
                under[i] = inside ? inputs[(((channel * input.Height) + y) * input.Width) + x] : null;
            }

            int first = ((map * input.Channels) + channel) * area;
            channels.Add(new ChannelProducts(channel, under, weights.Slice(first, area).ToArray()));
        }

        Shape output = stage.Output;
        float result = chain.Output(stage.Last)[(((map * output.Height) + row) * output.Width) + column];
        return new ConvolutionSum(channels, chain.Parameters[block.Offset + block.WeightCount + map], result);
    }
}
