using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Losses;

/// <summary>What the outputs of a network say for one class, whether it has one logit for two classes or one for each.</summary>
/// <remarks>With one logit z, class 1 has z and class 0 has −z. In a regression, class k stands for output k.</remarks>
public static class ClassScores
{
    /// <summary>Number of classes that a network with this loss tells apart.</summary>
    public static int ClassCount(this NetworkSpec spec) => spec.Loss == Loss.BinaryCrossEntropy ? 2 : spec.Output.Length;

    /// <summary>The class's logit, from the outputs of one sample.</summary>
    public static float ClassLogit(this Loss loss, ReadOnlySpan<float> outputs, int label) =>
        loss != Loss.BinaryCrossEntropy ? outputs[label]
        : label == 1 ? outputs[0]
        : -outputs[0];

    /// <summary>The class's score: σ or softmax of the logits, or in a regression the output itself.</summary>
    public static float ClassScore(this Loss loss, ReadOnlySpan<float> outputs, int label)
    {
        if (loss != Loss.SoftmaxCrossEntropy)
        {
            float logit = loss.ClassLogit(outputs, label);
            return loss == Loss.BinaryCrossEntropy ? Activations.Sigmoid(logit) : logit;
        }

        float[] scores = new float[outputs.Length];
        loss.Scores(outputs, scores);
        return scores[label];
    }

    /// <summary>∂(the class's logit)/∂outputs: what to go back from to ask what that logit depends on.</summary>
    public static float[] ClassGradient(this NetworkSpec spec, int label)
    {
        spec.CheckClass(label);
        float[] gradient = new float[spec.Output.Length];
        gradient[spec.Loss == Loss.BinaryCrossEntropy ? 0 : label] =
            spec.Loss == Loss.BinaryCrossEntropy && label == 0 ? -1 : 1;
        return gradient;
    }

    /// <summary>The class with the largest logit; of equal ones the first.</summary>
    public static int Decide(this Loss loss, ReadOnlySpan<float> outputs)
    {
        if (loss == Loss.BinaryCrossEntropy)
        {
            return outputs[0] > 0 ? 1 : 0;
        }

        int best = 0;
        for (int k = 1; k < outputs.Length; k++)
        {
            best = outputs[k] > outputs[best] ? k : best;
        }

        return best;
    }

    internal static void CheckClass(this NetworkSpec spec, int label)
    {
        if (label < 0 || label >= spec.ClassCount())
        {
            throw new ArgumentException(
                $"Class {label} was asked for; the network {spec} has {spec.ClassCount()}, counted from 0."
            );
        }
    }
}
