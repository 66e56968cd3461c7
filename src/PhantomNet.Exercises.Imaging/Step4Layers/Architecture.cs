using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>
/// The network on the stage: blocks of convolution 3×3, ReLU and perhaps max pooling 2×2, then flatten and two logits. All that is
/// said of it follows from its spec.
/// </summary>
public sealed class Architecture
{
    /// <summary>Rows and columns of the image.</summary>
    public const int Side = 64;

    private const int Kernel = 3;
    private const int Classes = 2;

    private readonly int[] _convolutions; // which layer of the spec each block starts with

    /// <summary>The network of these settings.</summary>
    public Architecture(int layers, int filters, bool pooled)
    {
        List<LayerSpec> specs = [];
        _convolutions = new int[layers];
        for (int layer = 0; layer < layers; layer++)
        {
            _convolutions[layer] = specs.Count;
            specs.Add(new ConvolutionSpec(filters, Kernel, Padding: Padding.Same));
            specs.Add(new ActivationSpec(Activation.ReLU));
            if (pooled)
            {
                specs.Add(new MaxPoolingSpec(2));
            }
        }

        Spec = new NetworkSpec(
            new Shape(1, Side, Side),
            Loss.SoftmaxCrossEntropy,
            [.. specs, new FlattenSpec(), new DenseSpec(Classes)]
        );
        Filters = filters;
    }

    /// <summary>The network as data.</summary>
    public NetworkSpec Spec { get; }

    /// <summary>Convolutional layers.</summary>
    public int Layers => _convolutions.Length;

    /// <summary>Filters of each.</summary>
    public int Filters { get; }

    /// <summary>Maps that one filter of a layer spans: all that come in. Layers count from 1.</summary>
    public int ChannelsInto(int layer) => Spec.InputOf(At(layer)).Channels;

    /// <summary>Rows and columns of a layer's maps, before pooling.</summary>
    public int MapSide(int layer) => Spec.OutputOf(At(layer)).Height;

    /// <summary>Weights and biases of a convolutional layer.</summary>
    public int ParametersOf(int layer) => Spec.ParameterCountOf(At(layer));

    /// <summary>Weights and biases of one of its filters.</summary>
    public int ParametersOfFilter(int layer) => ParametersOf(layer) / Filters;

    /// <summary>Weights and biases of the two logits.</summary>
    public int ParametersOfHead => Spec.ParameterCountOf(Spec.Layers.Count - 1);

    /// <summary>How the places of a layer's maps look at the image.</summary>
    public ReceptiveField Sight(int layer) => ReceptiveField.Of(Spec, At(layer))!.Value;

    /// <summary>The place of a layer's maps whose middle is nearest to a pixel.</summary>
    public (int Row, int Column) PlaceOver(int layer, int row, int column)
    {
        int jump = (int)Sight(layer).Jump;
        int last = MapSide(layer) - 1;
        return (Math.Min(row / jump, last), Math.Min(column / jump, last));
    }

    /// <summary>The pixels that this place depends on, without what lies outside the image.</summary>
    public PixelRectangle SeenOver(int layer, int row, int column)
    {
        (int placeRow, int placeColumn) = PlaceOver(layer, row, column);
        return PixelRectangle.SeenBy(Spec, At(layer), channel: 0, placeRow, placeColumn);
    }

    /// <summary>
    /// Weights and biases, layer by layer, of dense layers that give as many numbers as each block does; the logits last. Counted by
    /// their specs one by one: all of them together can be more than one network's array holds.
    /// </summary>
    public IReadOnlyList<long> DenseOfSameSizes() =>
        DenseCounts([.. Enumerable.Range(1, Layers).Select(layer => Spec.OutputOf(EndOf(layer)).Length), Classes]);

    /// <summary>The same of dense layers with as many neurons as each block has filters.</summary>
    public IReadOnlyList<long> DenseOfSameNeurons() => DenseCounts([.. Enumerable.Repeat(Filters, Layers), Classes]);

    private List<long> DenseCounts(IReadOnlyList<int> sizes)
    {
        List<long> counts = [];
        Shape input = Shape.Vector(Spec.Input.Length);
        foreach (int size in sizes)
        {
            DenseSpec dense = new(size);
            counts.Add((long)dense.WeightCount(input) + dense.BiasCount(input));
            input = dense.OutputShape(input);
        }

        return counts;
    }

    private int At(int layer) => _convolutions[layer - 1];

    // The last layer of a block.
    private int EndOf(int layer) => layer < Layers ? At(layer + 1) - 1 : Spec.Layers.Count - 3;
}
