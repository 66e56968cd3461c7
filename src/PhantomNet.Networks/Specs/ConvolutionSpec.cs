using PhantomNet.Networks.Layers;

namespace PhantomNet.Networks.Specs;

/// <summary>
/// A convolutional layer: each filter is a small stack of weights, as deep as the input has channels, that moves over the image;
/// each of its outputs is the weighted sum of what it lies on, plus the filter's bias.
/// </summary>
/// <remarks>
/// What neural networks call convolution is cross-correlation: the kernel isn't flipped before it moves. A convolution in the
/// sense of mathematics is the same with the kernel turned by 180°, which training would find just as well.
/// </remarks>
/// <param name="Filters">Feature maps that come out, at least 1.</param>
/// <param name="KernelSize">K: rows and columns of a kernel, at least 1.</param>
/// <param name="Stride">Pixels between neighbouring outputs, at least 1.</param>
/// <param name="Padding">Zeros around the image; none unless said.</param>
public sealed record ConvolutionSpec(int Filters, int KernelSize, int Stride = 1, Padding Padding = default) : LayerSpec
{
    /// <inheritdoc/>
    public override string Name =>
        $"convolution {Filters}@{KernelSize}×{KernelSize}"
        + (Stride == 1 ? "" : $", stride {Stride}")
        + (Padding == Padding.Valid ? "" : $", {Padding}");

    /// <inheritdoc/>
    public override Window? Window => Moving;

    private Window Moving => new(KernelSize, Stride, Padding.PixelsFor(KernelSize));

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) =>
        Filters >= 1
            ? Moving.OutputShape(Name, input, Filters)
            : throw new ArgumentException($"A layer of {Name} was given {Filters} filters; it needs at least 1.");

    /// <summary>Filters × input channels × K × K.</summary>
    public override int WeightCount(Shape input) => checked(Filters * FanIn(input));

    /// <inheritdoc/>
    public override int BiasCount(Shape input) => Filters;

    /// <summary>Input channels × K × K.</summary>
    public override int FanIn(Shape input) => checked(input.Channels * KernelSize * KernelSize);

    /// <summary>Filters × K × K.</summary>
    public override int FanOut(Shape input) => checked(Filters * KernelSize * KernelSize);

    /// <summary>The weights, once for each output place. Those that fall on padding are counted, as is usual.</summary>
    public override long MultiplyAdds(Shape input)
    {
        Shape output = OutputShape(input);
        return checked((long)output.Height * output.Width * WeightCount(input));
    }

    internal override Layer Build(Shape input) => new ConvolutionLayer(input, OutputShape(input), Moving);
}
