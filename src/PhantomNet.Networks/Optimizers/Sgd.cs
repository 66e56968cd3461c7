namespace PhantomNet.Networks.Optimizers;

/// <summary>Stochastic gradient descent: p ← p − η g.</summary>
/// <param name="LearningRate">η.</param>
public sealed record Sgd(double LearningRate) : OptimizerSpec(LearningRate)
{
    /// <inheritdoc/>
    public override string Name => "SGD";

    /// <inheritdoc/>
    public override int SlotsPerParameter => 0;

    /// <inheritdoc/>
    public override void Step(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> slots, long update)
    {
        float rate = (float)LearningRate;
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] -= rate * gradients[i];
        }
    }
}
