using PhantomNet.Networks.Layers;

namespace PhantomNet.Networks.Specs;

/// <summary>Reads channels × height × width as one vector, in that order. Nothing is computed.</summary>
public sealed record FlattenSpec : LayerSpec
{
    /// <inheritdoc/>
    public override string Name => "flatten";

    /// <inheritdoc/>
    public override Window? Window => null;

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => Shape.Vector(input.Length);

    internal override Layer Build(Shape input) => new FlattenLayer(input);
}
