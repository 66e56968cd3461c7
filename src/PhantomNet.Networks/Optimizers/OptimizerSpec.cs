namespace PhantomNet.Networks.Optimizers;

/// <summary>How a gradient becomes an update of the parameters.</summary>
/// <param name="LearningRate">Size of a step, above 0.</param>
public abstract record OptimizerSpec(double LearningRate)
{
    /// <summary>The name as the field writes it.</summary>
    public abstract string Name { get; }

    /// <summary>How many numbers it remembers for each parameter.</summary>
    public abstract int SlotsPerParameter { get; }

    /// <summary>Updates the parameters in place.</summary>
    /// <param name="parameters">All parameters.</param>
    /// <param name="gradients">∂loss/∂parameters, L2 already in it.</param>
    /// <param name="slots">What is remembered: <see cref="SlotsPerParameter"/> runs of the parameters' length, 0 at the start.</param>
    /// <param name="update">1 for the first update, 2 for the second …</param>
    public abstract void Step(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> slots, long update);

    /// <summary>Throws when a setting is out of its range.</summary>
    /// <exception cref="ArgumentException">The message names the setting, its value and its range.</exception>
    public virtual void Check()
    {
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
        {
            throw new ArgumentException($"The learning rate is {LearningRate}; it must be a finite number above 0.");
        }
    }

    /// <summary>Checks a factor that must lie in [0, 1).</summary>
    private protected static void CheckFactor(string name, double value)
    {
        if (!(value is >= 0 and < 1))
        {
            throw new ArgumentException($"{name} is {value}; it must be at least 0 and below 1.");
        }
    }
}
