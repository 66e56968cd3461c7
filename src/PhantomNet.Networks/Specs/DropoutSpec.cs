using PhantomNet.Networks.Layers;

namespace PhantomNet.Networks.Specs;

/// <summary>
/// Dropout (docs/sources.md#dropout): in training each element is set to 0 with the given chance, and the others are divided by
/// the chance of staying, so that the mean stays as it was. Outside training it changes nothing.
/// </summary>
/// <remarks>Which elements drop out follows from the seed of the training, the number of the update and the layer alone.</remarks>
/// <param name="Rate">The chance of dropping out, at least 0 and below 1.</param>
public sealed record DropoutSpec(double Rate) : LayerSpec
{
    /// <inheritdoc/>
    public override string Name => $"dropout {Rate}";

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) =>
        Rate is >= 0 and < 1
            ? input
            : throw new ArgumentException($"A dropout layer was given the rate {Rate}; it must be at least 0 and below 1.");

    internal override Layer Build(Shape input) => new DropoutLayer(input, Rate);
}
