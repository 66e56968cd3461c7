using PhantomNet.Networks;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Studies;

/// <summary>What the convolutional networks of the studies begin with: convolution, ReLU and pooling, three times.</summary>
internal static class ThreeBlocks
{
    private static readonly int[] _filters = [8, 16, 32];

    public static LayerSpec[] Layers { get; } =
    [
        .. _filters.SelectMany(filters =>
            (LayerSpec[])
                [
                    new ConvolutionSpec(filters, 3, Padding: Padding.Same),
                    new ActivationSpec(Activation.ReLU),
                    new MaxPoolingSpec(2),
                ]
        ),
    ];
}
