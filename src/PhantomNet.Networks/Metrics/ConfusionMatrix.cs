namespace PhantomNet.Networks.Metrics;

/// <summary>How often a two-class decision was right and wrong. Positive is class 1, the disease.</summary>
/// <param name="TruePositives">Diseased, called diseased.</param>
/// <param name="FalsePositives">Healthy, called diseased.</param>
/// <param name="TrueNegatives">Healthy, called healthy.</param>
/// <param name="FalseNegatives">Diseased, called healthy.</param>
public readonly record struct ConfusionMatrix(int TruePositives, int FalsePositives, int TrueNegatives, int FalseNegatives)
{
    /// <summary>Number of samples.</summary>
    public int Count => TruePositives + FalsePositives + TrueNegatives + FalseNegatives;

    /// <summary>Share of all that were called right. It misleads where one class is rare.</summary>
    public double? Accuracy => Ratio(TruePositives + TrueNegatives, Count);

    /// <summary>Share of the diseased that were found (recall, true-positive rate); null where there are none.</summary>
    public double? Sensitivity => Ratio(TruePositives, TruePositives + FalseNegatives);

    /// <summary>Share of the healthy that were called healthy (true-negative rate); null where there are none.</summary>
    public double? Specificity => Ratio(TrueNegatives, TrueNegatives + FalsePositives);

    /// <summary>Share of those called diseased that are (positive predictive value); null where none was called so.</summary>
    public double? Precision => Ratio(TruePositives, TruePositives + FalsePositives);

    /// <summary>Harmonic mean of precision and sensitivity; null where there is no positive of any kind.</summary>
    public double? F1 => Ratio(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>Calls a sample positive where its score is above the threshold.</summary>
    /// <param name="scores">[n], higher for class 1.</param>
    /// <param name="labels">[n], 0 or 1.</param>
    /// <param name="threshold">In the units of the scores.</param>
    /// <exception cref="ArgumentException">Empty, of two lengths, a label out of range or a score that is NaN.</exception>
    public static ConfusionMatrix At(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, float threshold)
    {
        BinaryScores.Check(scores, labels);
        int[] counts = new int[4]; // [label, called]
        for (int n = 0; n < scores.Length; n++)
        {
            counts[(labels[n] * 2) + (scores[n] > threshold ? 1 : 0)]++;
        }

        return new ConfusionMatrix(counts[3], counts[1], counts[0], counts[2]);
    }

    private static double? Ratio(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
