namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>What one input adds to one output of a dense layer.</summary>
/// <param name="Input">Which input, from 0.</param>
/// <param name="Value">The input.</param>
/// <param name="Weight">Its weight.</param>
public readonly record struct Contribution(int Input, float Value, float Weight)
{
    /// <summary>Input × weight.</summary>
    public double Product => (double)Value * Weight;
}
