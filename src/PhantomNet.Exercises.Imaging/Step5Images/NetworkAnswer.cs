namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>What a network made of an image.</summary>
/// <param name="Sums">The weighted sum of each neuron of the first layer.</param>
/// <param name="Output">The logit.</param>
public sealed record NetworkAnswer(float[] Sums, float Output)
{
    /// <summary>Whether every number is the same, bit for bit.</summary>
    public bool IsSameAs(NetworkAnswer other) =>
        BitConverter.SingleToInt32Bits(Output) == BitConverter.SingleToInt32Bits(other.Output)
        && Sums.AsSpan().SequenceEqual(other.Sums);
}
