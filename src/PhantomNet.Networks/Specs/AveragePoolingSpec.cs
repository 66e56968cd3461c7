using PhantomNet.Networks.Layers;

namespace PhantomNet.Networks.Specs;

/// <summary>
/// Average pooling: of each window, in each channel by itself, the mean. Rows and columns at the end that fill no window are left
/// out. It has no weights.
/// </summary>
/// <param name="Size">Rows and columns of a window, at least 1.</param>
/// <param name="Stride">Pixels between neighbouring windows, at least 1.</param>
public sealed record AveragePoolingSpec(int Size, int Stride) : LayerSpec
{
    /// <summary>Windows side by side, the usual pooling.</summary>
    public AveragePoolingSpec(int size)
        : this(size, size) { }

    /// <inheritdoc/>
    public override string Name => $"average pooling {Size}×{Size}" + (Stride == Size ? "" : $", stride {Stride}");

    /// <inheritdoc/>
    public override Window? Window => Moving;

    private Window Moving => new(Size, Stride, Padding: 0);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => Moving.OutputShape(Name, input, input.Channels);

    internal override Layer Build(Shape input) => new AveragePoolingLayer(input, OutputShape(input), Moving);
}
