using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>Filters square images with the engine's own convolution layer: one filter of 3×3, bias 0.</summary>
public sealed class KernelFilter
{
    private readonly Dictionary<(int Size, bool Padded), Network> _networks = [];

    /// <summary>The network that does it.</summary>
    /// <param name="size">Rows and columns of what it is given.</param>
    /// <param name="padded">Whether it puts zeros around.</param>
    public static NetworkSpec Spec(int size, bool padded) =>
        new(
            new Shape(1, size, size),
            Loss.MeanSquaredError,
            new ConvolutionSpec(Filters: 1, Kernel.Size, Padding: padded ? Padding.Same : Padding.Valid)
        );

    /// <summary>Lays the kernel on each place of the image as it stands: a cross-correlation.</summary>
    /// <param name="image">[size, size].</param>
    /// <param name="size">Rows and columns, at least 3.</param>
    /// <param name="laid">The kernel, already flipped where that is wanted.</param>
    /// <param name="border">What lies beyond.</param>
    public FilteredImage Apply(float[] image, int size, Kernel laid, BorderRule border)
    {
        bool replicate = border == BorderRule.Replicate;
        int given = replicate ? size + 2 : size;
        Network network = NetworkOf(given, padded: border == BorderRule.Zero);
        laid.ToSingle().CopyTo(network.Parameters);
        float[] output = network.Forward(replicate ? Replicated(image, size) : image, batch: 1).ToArray();
        int inset = border == BorderRule.Valid ? 1 : 0;
        return new FilteredImage(output, size - (2 * inset), inset);
    }

    /// <summary>The image with its outermost pixels once more around it: [size + 2, size + 2].</summary>
    public static float[] Replicated(float[] image, int size)
    {
        int wide = size + 2;
        float[] padded = new float[wide * wide];
        for (int row = 0; row < wide; row++)
        {
            ReadOnlySpan<float> source = image.AsSpan(Math.Clamp(row - 1, 0, size - 1) * size, size);
            Span<float> target = padded.AsSpan(row * wide, wide);
            source.CopyTo(target[1..]);
            target[0] = source[0];
            target[^1] = source[^1];
        }

        return padded;
    }

    private Network NetworkOf(int size, bool padded)
    {
        if (!_networks.TryGetValue((size, padded), out Network? network))
        {
            network = new Network(Spec(size, padded));
            _networks[(size, padded)] = network;
        }

        return network;
    }
}
