using PhantomNet.Networks.Layers;

namespace PhantomNet.Networks.Specs;

/// <summary>The same function applied to every element.</summary>
/// <param name="Function">Which function.</param>
public sealed record ActivationSpec(Activation Function) : LayerSpec
{
    /// <inheritdoc/>
    public override string Name => Function.Name();

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    internal override Layer Build(Shape input) => new ActivationLayer(input, Function);
}
