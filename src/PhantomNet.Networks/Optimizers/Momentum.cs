namespace PhantomNet.Networks.Optimizers;

/// <summary>Gradient descent with momentum: v ← μ v + g, p ← p − η v (docs/sources.md#momentum).</summary>
/// <param name="LearningRate">η.</param>
/// <param name="Factor">μ, at least 0 and below 1.</param>
public sealed record Momentum(double LearningRate, double Factor = 0.9) : OptimizerSpec(LearningRate)
{
    /// <inheritdoc/>
    public override string Name => "momentum";

    /// <inheritdoc/>
    public override int SlotsPerParameter => 1;

    /// <inheritdoc/>
    public override void Step(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> slots, long update)
    {
        float rate = (float)LearningRate;
        float factor = (float)Factor;
        for (int i = 0; i < parameters.Length; i++)
        {
            slots[i] = (factor * slots[i]) + gradients[i];
            parameters[i] -= rate * slots[i];
        }
    }

    /// <inheritdoc/>
    public override void Check()
    {
        base.Check();
        CheckFactor("The momentum factor", Factor);
    }
}
