namespace PhantomNet.Networks.Metrics;

/// <summary>One point of a precision-recall curve.</summary>
/// <param name="Recall">Sensitivity: share of the diseased that are called so.</param>
/// <param name="Precision">Share of those called diseased that are.</param>
/// <param name="Threshold">The scores from it on are called positive.</param>
public readonly record struct PrecisionRecallPoint(double Recall, double Precision, float Threshold);
