namespace PhantomNet.Networks.Metrics;

/// <summary>What every metric of two classes asks of its input.</summary>
internal static class BinaryScores
{
    public static void Check(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels)
    {
        if (scores.Length != labels.Length || scores.IsEmpty)
        {
            throw new ArgumentException(
                $"{scores.Length} scores and {labels.Length} labels were given; there must be as many of both, and at least one."
            );
        }

        for (int n = 0; n < scores.Length; n++)
        {
            if (float.IsNaN(scores[n]))
            {
                throw new ArgumentException($"Score {n} is NaN; a score must be a number that can be ordered.");
            }

            if (labels[n] is not (0 or 1))
            {
                throw new ArgumentException($"Label {labels[n]} of sample {n}: with two classes it must be 0 or 1.");
            }
        }
    }
}
