namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>How far the loss curves of two networks agree.</summary>
/// <param name="Epochs">Epochs that both have done.</param>
/// <param name="SameDigits">Those of them in which both losses are written alike.</param>
/// <param name="LargestDifference">Between the losses of one epoch.</param>
public sealed record TwinComparison(int Epochs, int SameDigits, double LargestDifference)
{
    /// <summary>Compares what both have done so far.</summary>
    public static TwinComparison Of(TrialLearner first, TrialLearner second)
    {
        (double A, double B)[] pairs = [.. first.History.Zip(second.History, (a, b) => (a.Loss, b.Loss))];
        return new TwinComparison(
            pairs.Length,
            pairs.Count(pair => Figures.Loss(pair.A) == Figures.Loss(pair.B)),
            pairs.Select(pair => Math.Abs(pair.A - pair.B)).DefaultIfEmpty(0).Max()
        );
    }
}
