using PhantomNet.Networks.Inspection;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>
/// The units of the trained model's convolutional blocks, counted through from the first block's first filter: a unit is a filter
/// with its bias and its ReLU, at all places.
/// </summary>
public static class InnerUnits
{
    private static readonly int[] _filters = [8, 16, 32];
    private static readonly int[] _layers = [1, 4, 7]; // the ReLU of each block

    /// <summary>Convolutional blocks.</summary>
    public static int Blocks => _filters.Length;

    /// <summary>Units of all blocks.</summary>
    public static int Count { get; } = _filters.Sum();

    /// <summary>Units of a block, which count from 0.</summary>
    public static int CountIn(int block) => _filters[block];

    /// <summary>The first unit of a block.</summary>
    public static int First(int block) => _filters.Take(block).Sum();

    /// <summary>The block of a unit.</summary>
    public static int BlockOf(int unit) => Enumerable.Range(0, Blocks).Last(block => First(block) <= unit);

    /// <summary>The layer of a block that gives its maps: its ReLU.</summary>
    public static int LayerOf(int block) => _layers[block];

    /// <summary>Layer and channel of a unit.</summary>
    public static Unit Place(int unit) => new(LayerOf(BlockOf(unit)), unit - First(BlockOf(unit)));

    /// <summary>What it is called: block and filter, both from 1.</summary>
    public static string Name(int unit) => $"{BlockOf(unit) + 1}.{unit - First(BlockOf(unit)) + 1}";

    /// <summary>Rows and columns of its map.</summary>
    public static int SideOf(NetworkSpec spec, int unit) => spec.OutputOf(Place(unit).Layer).Height;

    /// <summary>Its map, of what left each layer for one image.</summary>
    public static ReadOnlySpan<float> MapOf(float[][] outputs, int unit)
    {
        (int layer, int channel) = (Place(unit).Layer, Place(unit).Channel);
        int places = outputs[layer].Length / CountIn(BlockOf(unit));
        return outputs[layer].AsSpan(channel * places, places);
    }

    /// <summary>
    /// The parameters of a network that has these units with one of them silenced: its weights and its bias are 0, and so is then what
    /// it gives, everywhere.
    /// </summary>
    public static float[] Silenced(NetworkSpec spec, float[] parameters, int unit)
    {
        (int layer, int channel) = (Place(unit).Layer - 1, Place(unit).Channel); // the convolution before the ReLU
        ParameterBlock block = spec.ParameterBlocks().First(each => each.Layer == layer);
        int weights = block.WeightCount / CountIn(BlockOf(unit));
        float[] silenced = [.. parameters];
        silenced.AsSpan(block.Offset + (channel * weights), weights).Clear();
        silenced[block.Offset + block.WeightCount + channel] = 0;
        return silenced;
    }

    /// <summary>Whether a network has these units.</summary>
    public static bool Fits(NetworkSpec spec) =>
        Enumerable
            .Range(0, Blocks)
            .All(block =>
                _layers[block] < spec.Layers.Count
                && spec.Layers[_layers[block]] is ActivationSpec
                && spec.Layers[_layers[block] - 1] is ConvolutionSpec
                && spec.OutputOf(_layers[block]).Channels == _filters[block]
            );
}
