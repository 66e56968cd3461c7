namespace PhantomNet.Networks.Metrics;

/// <summary>Samples with scores of about the same size, and how often the disease was there among them.</summary>
/// <param name="Low">Least score of the bin.</param>
/// <param name="High">Scores of the bin are below it; those of the last bin may equal it.</param>
/// <param name="Count">Number of samples.</param>
/// <param name="Positives">How many of them are of class 1.</param>
/// <param name="MeanScore">Mean of their scores; null in an empty bin.</param>
public readonly record struct CalibrationBin(double Low, double High, int Count, int Positives, double? MeanScore)
{
    /// <summary>Share of class 1: where scores are calibrated it is near the mean score. Null in an empty bin.</summary>
    public double? ShareOfPositives => Count == 0 ? null : (double)Positives / Count;
}
