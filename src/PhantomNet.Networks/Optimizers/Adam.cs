namespace PhantomNet.Networks.Optimizers;

/// <summary>
/// Adam (docs/sources.md#adam): m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², both divided by 1 − βᵗ, p ← p − η m̂ / (√v̂ + ε).
/// </summary>
/// <param name="LearningRate">η.</param>
/// <param name="Beta1">β₁, at least 0 and below 1.</param>
/// <param name="Beta2">β₂, at least 0 and below 1.</param>
/// <param name="Epsilon">ε, above 0.</param>
public sealed record Adam(double LearningRate, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8)
    : OptimizerSpec(LearningRate)
{
    /// <inheritdoc/>
    public override string Name => "Adam";

    /// <inheritdoc/>
    public override int SlotsPerParameter => 2;

    /// <inheritdoc/>
    public override void Step(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> slots, long update)
    {
        Span<float> m = slots[..parameters.Length];
        Span<float> v = slots[parameters.Length..];
        float beta1 = (float)Beta1;
        float beta2 = (float)Beta2;
        // Rounded after the subtraction: 1 − (float)0.999 would be 13 parts in a million too small.
        float rest1 = (float)(1 - Beta1);
        float rest2 = (float)(1 - Beta2);
        // The corrections of both averages, taken out of the loop.
        float rate = (float)(LearningRate / (1 - Math.Pow(Beta1, update)));
        float scale = (float)(1 / Math.Sqrt(1 - Math.Pow(Beta2, update)));
        float epsilon = (float)Epsilon;
        for (int i = 0; i < parameters.Length; i++)
        {
            float g = gradients[i];
            m[i] = (beta1 * m[i]) + (rest1 * g);
            v[i] = (beta2 * v[i]) + (rest2 * g * g);
            parameters[i] -= rate * m[i] / ((MathF.Sqrt(v[i]) * scale) + epsilon);
        }
    }

    /// <inheritdoc/>
    public override void Check()
    {
        base.Check();
        CheckFactor("Adam's beta 1", Beta1);
        CheckFactor("Adam's beta 2", Beta2);
        if (!((float)Epsilon > 0 && float.IsFinite((float)Epsilon)))
        {
            throw new ArgumentException(
                $"Adam's epsilon is {Epsilon}; it must be a finite number above 0, also when rounded to float32."
            );
        }
    }
}
