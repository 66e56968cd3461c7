using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Metrics;

/// <summary>The share of samples whose class has the largest logit, for any number of classes.</summary>
public static class Accuracy
{
    /// <summary>From the outputs of a network for a set.</summary>
    /// <param name="loss">The network's loss.</param>
    /// <param name="outputs">[samples, output length].</param>
    /// <param name="samples">The set, with classes.</param>
    /// <exception cref="ArgumentException">There are not as many outputs for each sample.</exception>
    public static double Of(Loss loss, ReadOnlySpan<float> outputs, SampleSet samples)
    {
        int length = outputs.Length / samples.Count;
        if (length == 0 || outputs.Length != length * samples.Count)
        {
            throw new ArgumentException(
                $"{outputs.Length} outputs were given for {samples.Count} samples; there must be as many for each, and at least one."
            );
        }

        int right = 0;
        for (int n = 0; n < samples.Count; n++)
        {
            right += loss.Decide(outputs.Slice(n * length, length)) == samples.Label(n) ? 1 : 0;
        }

        return (double)right / samples.Count;
    }
}
