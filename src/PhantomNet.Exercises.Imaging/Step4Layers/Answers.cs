using PhantomNet.Networks.Metrics;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>How well scores, pneumonia above zero, answer for a number of patients.</summary>
/// <param name="Right">How many were called right.</param>
/// <param name="Count">Of how many.</param>
/// <param name="Auc">Area under the ROC curve; null without two patients of each kind.</param>
public sealed record Answers(int Right, int Count, AucEstimate? Auc)
{
    /// <summary>Share that was called right.</summary>
    public double Accuracy => (double)Right / Count;

    /// <summary>Its 95 % interval.</summary>
    public ConfidenceInterval AccuracyInterval => ConfidenceInterval.Wilson(Right, Count);

    /// <summary>Judges the scores of at least one patient.</summary>
    public static Answers Of(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels)
    {
        int right = 0;
        int ill = 0;
        for (int n = 0; n < labels.Length; n++)
        {
            right += IsRight(scores[n], labels[n]) ? 1 : 0;
            ill += labels[n];
        }

        return new(right, labels.Length, ill >= 2 && labels.Length - ill >= 2 ? AucEstimate.From(scores, labels) : null);
    }

    /// <summary>Whether a score above zero goes with pneumonia, or another without.</summary>
    public static bool IsRight(float score, int label) => score > 0 == (label == 1);
}
