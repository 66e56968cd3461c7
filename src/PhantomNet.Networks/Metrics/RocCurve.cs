namespace PhantomNet.Networks.Metrics;

/// <summary>Sensitivity against 1 − specificity over every threshold, from (0, 0) to (1, 1).</summary>
/// <remarks>Tied scores pass a threshold together: one slanted piece of the curve, so that a tie counts half in the area.</remarks>
public sealed class RocCurve
{
    private RocCurve(RocPoint[] points, double area)
    {
        Points = points;
        Area = area;
    }

    /// <summary>The points, from the strictest threshold to the loosest.</summary>
    public IReadOnlyList<RocPoint> Points { get; }

    /// <summary>
    /// AUC: the chance that a diseased sample drawn at random scores above a healthy one, ties counted half
    /// (docs/sources.md#hanley-mcneil).
    /// </summary>
    public double Area { get; }

    /// <summary>Orders the samples by score and walks down.</summary>
    /// <param name="scores">[n], higher for class 1.</param>
    /// <param name="labels">[n], 0 or 1, both present.</param>
    /// <exception cref="ArgumentException">Empty, of two lengths, of one class only, or a score that is NaN.</exception>
    public static RocCurve From(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels)
    {
        BinaryScores.Check(scores, labels);
        float[] keys = scores.ToArray();
        int[] sorted = labels.ToArray();
        Array.Sort(keys, sorted);
        int positives = sorted.Sum();
        int negatives = sorted.Length - positives;
        if (positives == 0 || negatives == 0)
        {
            throw new ArgumentException(
                $"{positives} positive and {negatives} negative samples were given; a ROC curve needs at least one of each."
            );
        }

        List<RocPoint> points = [new RocPoint(0, 0, keys[^1])];
        double area = 0;
        int truePositives = 0;
        int falsePositives = 0;
        for (int i = keys.Length - 1; i >= 0; )
        {
            float score = keys[i];
            for (; i >= 0 && keys[i] == score; i--)
            {
                truePositives += sorted[i];
                falsePositives += 1 - sorted[i];
            }

            RocPoint last = points[^1];
            RocPoint next = new(
                (double)falsePositives / negatives,
                (double)truePositives / positives,
                i >= 0 ? keys[i] : float.NegativeInfinity
            );
            area += (next.FalsePositiveRate - last.FalsePositiveRate) * (next.TruePositiveRate + last.TruePositiveRate) / 2;
            points.Add(next);
        }

        return new RocCurve([.. points], area);
    }
}
