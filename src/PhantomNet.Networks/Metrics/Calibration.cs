namespace PhantomNet.Networks.Metrics;

/// <summary>Whether scores can be read as probabilities: a reliability diagram in bins of equal width, and its summary.</summary>
public sealed class Calibration
{
    private Calibration(CalibrationBin[] bins) => Bins = bins;

    /// <summary>The bins, from 0 to 1.</summary>
    public IReadOnlyList<CalibrationBin> Bins { get; }

    /// <summary>
    /// Expected calibration error (docs/sources.md#calibration): the mean over samples of |share of positives − mean score| in their
    /// bin. It depends on the number of bins.
    /// </summary>
    public double ExpectedError =>
        Bins.Where(bin => bin.Count > 0).Sum(bin => bin.Count * Math.Abs(bin.ShareOfPositives!.Value - bin.MeanScore!.Value))
        / Bins.Sum(bin => bin.Count);

    /// <summary>Sorts the samples into bins by their scores.</summary>
    /// <param name="scores">[n], each from 0 to 1: what is to be read as the probability of class 1.</param>
    /// <param name="labels">[n], 0 or 1.</param>
    /// <param name="bins">Number of bins, at least 1.</param>
    /// <exception cref="ArgumentException">Empty, of two lengths, a score outside 0 to 1, or no bins.</exception>
    public static Calibration From(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int bins = 10)
    {
        BinaryScores.Check(scores, labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        int[] counts = new int[bins];
        int[] positives = new int[bins];
        double[] sums = new double[bins];
        for (int n = 0; n < scores.Length; n++)
        {
            if (scores[n] is < 0 or > 1)
            {
                throw new ArgumentException($"Score {n} is {scores[n]}; to be read as a probability it must be from 0 to 1.");
            }

            int bin = Math.Min((int)(scores[n] * (double)bins), bins - 1);
            counts[bin]++;
            positives[bin] += labels[n];
            sums[bin] += scores[n];
        }

        return new Calibration([
            .. counts.Select(
                (count, bin) =>
                    new CalibrationBin(
                        (double)bin / bins,
                        (bin + 1.0) / bins,
                        count,
                        positives[bin],
                        count == 0 ? null : sums[bin] / count
                    )
            ),
        ]);
    }
}
