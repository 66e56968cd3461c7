using PhantomNet.Networks.Layers;

namespace PhantomNet.Networks.Specs;

/// <summary>
/// Max pooling: of each window, in each channel by itself, the largest number. Rows and columns at the end that fill no window
/// are left out. It has no weights.
/// </summary>
/// <param name="Size">Rows and columns of a window, at least 1.</param>
/// <param name="Stride">Pixels between neighbouring windows, at least 1.</param>
public sealed record MaxPoolingSpec(int Size, int Stride) : LayerSpec
{
    /// <summary>Windows side by side, the usual pooling.</summary>
    public MaxPoolingSpec(int size)
        : this(size, size) { }

    /// <inheritdoc/>
    public override string Name => $"max pooling {Size}×{Size}" + (Stride == Size ? "" : $", stride {Stride}");

    /// <inheritdoc/>
    public override Window? Window => Moving;

    private Window Moving => new(Size, Stride, Padding: 0);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => Moving.OutputShape(Name, input, input.Channels);

    /// <summary>
    /// Where each output of one sample came from. Of equal numbers the first in reading order wins; it alone gets the gradient.
    /// </summary>
    /// <param name="input">Shape of what is pooled.</param>
    /// <param name="sample">What is pooled, [channels, height, width].</param>
    /// <param name="winners">Receives an index into <paramref name="sample"/> for each output, in the outputs' order.</param>
    /// <exception cref="ArgumentException">The lengths are not those of the shapes.</exception>
    public void Winners(Shape input, ReadOnlySpan<float> sample, Span<int> winners)
    {
        Shape output = OutputShape(input);
        if (sample.Length != input.Length || winners.Length != output.Length)
        {
            throw new ArgumentException(
                $"{sample.Length} numbers and room for {winners.Length} winners were given; {Name} of the shape {input} needs "
                    + $"{input.Length} and {output.Length}."
            );
        }

        new MaxPoolingLayer(input, output, Moving).FindWinners(sample, winners);
    }

    internal override Layer Build(Shape input) => new MaxPoolingLayer(input, OutputShape(input), Moving);
}
