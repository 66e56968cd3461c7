using PhantomNet.Networks.Layers;

namespace PhantomNet.Networks.Specs;

/// <summary>A fully connected layer: every output is a weighted sum of every input, plus a bias.</summary>
/// <param name="Units">Number of outputs, at least 1.</param>
public sealed record DenseSpec(int Units) : LayerSpec
{
    /// <inheritdoc/>
    public override string Name => $"dense {Units}";

    /// <inheritdoc/>
    public override Window? Window => null;

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        if (Units < 1)
        {
            throw new ArgumentException($"A dense layer was given {Units} units; it needs at least 1.");
        }

        if (!input.IsVector)
        {
            throw new ArgumentException(
                $"A dense layer of {Units} units was given the shape {input}; it needs a vector. Put a flatten layer before it, "
                    + $"which makes a vector of {input.Length}."
            );
        }

        return Shape.Vector(Units);
    }

    /// <inheritdoc/>
    public override int WeightCount(Shape input) => checked(Units * input.Length);

    /// <inheritdoc/>
    public override int BiasCount(Shape input) => Units;

    /// <inheritdoc/>
    public override int FanIn(Shape input) => input.Length;

    /// <inheritdoc/>
    public override int FanOut(Shape input) => Units;

    /// <inheritdoc/>
    public override long MultiplyAdds(Shape input) => (long)Units * input.Length;

    internal override Layer Build(Shape input) => new DenseLayer(input.Length, Units);
}
