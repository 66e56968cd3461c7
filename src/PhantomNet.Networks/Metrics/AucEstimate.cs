namespace PhantomNet.Networks.Metrics;

/// <summary>The area under a ROC curve with what chance could do to it, by DeLong's method (docs/sources.md#delong).</summary>
/// <param name="Area">The AUC.</param>
/// <param name="StandardError">
/// How far the AUC of another sample of patients would typically be from the true one. It is 0 where the scores separate the
/// classes perfectly: then the method can't tell, and the interval must not be read as certainty.
/// </param>
public readonly record struct AucEstimate(double Area, double StandardError)
{
    /// <summary>Whether the scores separate the classes, rightly or the wrong way round, so that the interval says nothing.</summary>
    public bool IsDegenerate => StandardError == 0;

    /// <summary>Compares every diseased sample with every healthy one.</summary>
    /// <param name="scores">[n], higher for class 1.</param>
    /// <param name="labels">[n], 0 or 1, at least two of each.</param>
    /// <exception cref="ArgumentException">Empty, of two lengths, fewer than two of a class, or a score that is NaN.</exception>
    /// <remarks>
    /// A sample's placement is the share of the other class that it is ranked rightly against, ties counted half. The AUC is their
    /// mean, from either class; its variance is that of the placements of each class, divided by how many there are, summed.
    /// </remarks>
    public static AucEstimate From(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels)
    {
        BinaryScores.Check(scores, labels);
        float[] positives = Of(scores, labels, label: 1);
        float[] negatives = Of(scores, labels, label: 0);
        if (positives.Length < 2 || negatives.Length < 2)
        {
            throw new ArgumentException(
                $"{positives.Length} positive and {negatives.Length} negative samples were given; DeLong's method needs at least two "
                    + "of each to see how they vary."
            );
        }

        double[] ofPositives = [.. positives.Select(score => ShareBelow(negatives, score))];
        double[] ofNegatives = [.. negatives.Select(score => 1 - ShareBelow(positives, score))];
        double variance = (Variance(ofPositives) / positives.Length) + (Variance(ofNegatives) / negatives.Length);
        return new AucEstimate(ofPositives.Average(), Math.Sqrt(variance));
    }

    /// <summary>AUC ± z standard errors, cut to 0 and 1, as pROC gives it (docs/sources.md#proc).</summary>
    /// <param name="confidence">Above 0 and below 1.</param>
    /// <exception cref="ArgumentException">It isn't.</exception>
    public ConfidenceInterval Interval(double confidence = ConfidenceInterval.Usual)
    {
        double reach = NormalDistribution.TwoSided(confidence) * StandardError;
        return new ConfidenceInterval(Math.Max(0, Area - reach), Math.Min(1, Area + reach));
    }

    private static float[] Of(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int label)
    {
        List<float> own = [];
        for (int n = 0; n < scores.Length; n++)
        {
            if (labels[n] == label)
            {
                own.Add(scores[n]);
            }
        }

        own.Sort();
        return [.. own];
    }

    // Of sorted scores, ties counted half.
    private static double ShareBelow(float[] sorted, float score)
    {
        int below = CountBefore(sorted, other => other < score);
        int upTo = CountBefore(sorted, other => other <= score);
        return (below + upTo) / (2.0 * sorted.Length);
    }

    // How many stand before the first for which it doesn't hold.
    private static int CountBefore(float[] sorted, Func<float, bool> holds)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = holds(sorted[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
