using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Metrics;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>How a network does on a set of points.</summary>
/// <param name="Loss">Mean binary cross-entropy, without the L2 term.</param>
/// <param name="Scores">ŷ of each point.</param>
/// <param name="Labels">Class of each point.</param>
/// <param name="Confusion">Decisions at ŷ above 0.5.</param>
public sealed record Score(double Loss, float[] Scores, int[] Labels, ConfusionMatrix Confusion)
{
    /// <summary>Share of points called right at a threshold of 0.5.</summary>
    public double Accuracy => Confusion.Accuracy ?? 0;

    /// <summary>Runs the network over all points; null where its answer isn't a finite number.</summary>
    public static Score? Of(Networks.Network network, SampleSet samples)
    {
        float[] scores = new float[samples.Count];
        float[] gradient = new float[samples.Count];
        ReadOnlySpan<float> logits = network.Forward(samples.Inputs.Span, samples.Count);
        double loss = network.Spec.Loss.Evaluate(logits, samples.Targets.Span, gradient, samples.Count);
        if (!double.IsFinite(loss))
        {
            return null;
        }

        for (int n = 0; n < scores.Length; n++)
        {
            network.Spec.Loss.Scores(logits.Slice(n, 1), scores.AsSpan(n, 1));
        }

        int[] labels = [.. Enumerable.Range(0, samples.Count).Select(samples.Label)];
        return new Score(loss, scores, labels, ConfusionMatrix.At(scores, labels, 0.5f));
    }
}
