using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>The nine weights of a 3×3 kernel, row by row.</summary>
public static class KernelWeights
{
    /// <summary>K.</summary>
    public const int Size = 3;

    private static readonly float[] Edge = [-1, 0, 1, -2, 0, 2, -1, 0, 1];

    private static readonly float[] Spot = [-1, -1, -1, -1, 8, -1, -1, -1, -1];

    /// <summary>The weights of a kind; the seed decides random ones.</summary>
    public static float[] Of(KernelKind kind, int seed) =>
        kind switch
        {
            KernelKind.Edge => Edge,
            KernelKind.Spot => Spot,
            _ => Initialiser.Parameters(Layer(Size, stride: 1), seed, Initialisation.He)[..(Size * Size)],
        };

    /// <summary>A layer of one such filter on a square image, same-padded.</summary>
    public static NetworkSpec Layer(int side, int stride) =>
        new(new Shape(1, side, side), Loss.MeanSquaredError, new ConvolutionSpec(1, Size, stride, Padding.Same));
}
