namespace PhantomNet.Networks.Metrics;

/// <summary>One point of a ROC curve.</summary>
/// <param name="FalsePositiveRate">1 − specificity.</param>
/// <param name="TruePositiveRate">Sensitivity.</param>
/// <param name="Threshold">The scores above it are called positive.</param>
public readonly record struct RocPoint(double FalsePositiveRate, double TruePositiveRate, float Threshold);
