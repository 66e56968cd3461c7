namespace PhantomNet.Networks.Metrics;

/// <summary>Precision against recall over every threshold. Other than a ROC curve it depends on how common the disease is.</summary>
public sealed class PrecisionRecallCurve
{
    private PrecisionRecallCurve(PrecisionRecallPoint[] points, double averagePrecision, double prevalence)
    {
        Points = points;
        AveragePrecision = averagePrecision;
        Prevalence = prevalence;
    }

    /// <summary>The points, from the strictest threshold to the loosest. Between two of them nothing can be reached.</summary>
    public IReadOnlyList<PrecisionRecallPoint> Points { get; }

    /// <summary>
    /// Σ (recall gained) × precision over the points: the area under the steps. A straight line between points would promise too
    /// much (docs/sources.md#davis-goadrich).
    /// </summary>
    public double AveragePrecision { get; }

    /// <summary>Share of the diseased: the precision, and the average precision to expect, of scores that know nothing.</summary>
    public double Prevalence { get; }

    /// <summary>Orders the samples by score and walks down; tied scores pass together.</summary>
    /// <param name="scores">[n], higher for class 1.</param>
    /// <param name="labels">[n], 0 or 1, at least one 1.</param>
    /// <exception cref="ArgumentException">Empty, of two lengths, without a positive sample, or a score that is NaN.</exception>
    public static PrecisionRecallCurve From(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels)
    {
        BinaryScores.Check(scores, labels);
        float[] keys = scores.ToArray();
        int[] sorted = labels.ToArray();
        Array.Sort(keys, sorted);
        int positives = sorted.Sum();
        if (positives == 0)
        {
            throw new ArgumentException(
                $"0 positive of {sorted.Length} samples were given; a precision-recall curve needs at least one."
            );
        }

        List<PrecisionRecallPoint> points = [];
        double area = 0;
        double recall = 0;
        int found = 0;
        for (int i = keys.Length - 1; i >= 0; )
        {
            float score = keys[i];
            for (; i >= 0 && keys[i] == score; i--)
            {
                found += sorted[i];
            }

            PrecisionRecallPoint next = new((double)found / positives, (double)found / (keys.Length - 1 - i), score);
            area += (next.Recall - recall) * next.Precision;
            recall = next.Recall;
            points.Add(next);
        }

        return new PrecisionRecallCurve([.. points], area, (double)positives / sorted.Length);
    }
}
