using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Losses;

/// <summary>Values and gradients of the losses, and the outputs that belong to them.</summary>
/// <remarks>Each sample's exponentials and logarithms are taken in double, so that logits of ±10⁴ keep their digits.</remarks>
public static class LossFunctions
{
    /// <summary>How many targets one sample has: its class, or one value per output.</summary>
    public static int TargetLength(this Loss loss, int outputs) => loss == Loss.MeanSquaredError ? outputs : 1;

    /// <summary>The mean loss over the batch, and its gradient.</summary>
    /// <param name="loss">Which loss.</param>
    /// <param name="outputs">The last layer's outputs, [batch, length].</param>
    /// <param name="targets">The class of each sample, or its values: [batch, <see cref="TargetLength"/>].</param>
    /// <param name="gradient">Receives ∂(mean loss)/∂outputs, [batch, length].</param>
    /// <param name="batch">Number of samples, at least 1.</param>
    /// <param name="weights">How much a sample of each class counts in the mean; null where all count the same.</param>
    /// <exception cref="ArgumentException">
    /// The lengths don't fit one another, a class is out of range, or the weights are not one for each class.
    /// </exception>
    public static double Evaluate(
        this Loss loss,
        ReadOnlySpan<float> outputs,
        ReadOnlySpan<float> targets,
        Span<float> gradient,
        int batch,
        ClassWeights? weights = null
    )
    {
        int length = batch < 1 ? 0 : outputs.Length / batch;
        int targetLength = loss.TargetLength(length);
        if (length == 0 || outputs.Length != batch * length || targets.Length != batch * targetLength)
        {
            throw new ArgumentException(
                $"{outputs.Length} outputs and {targets.Length} targets were given for a batch of {batch}; both must be as many "
                    + "for each of at least 1 sample."
            );
        }

        weights?.CheckFit(loss, length);
        double total = weights is null ? batch : TotalWeight(weights, targets);
        double sum = 0;
        for (int n = 0; n < batch; n++)
        {
            ReadOnlySpan<float> z = outputs.Slice(n * length, length);
            ReadOnlySpan<float> t = targets.Slice(n * targetLength, targetLength);
            Span<float> dz = gradient.Slice(n * length, length);
            double weight = weights is null ? 1 : weights[Label(t[0], weights.Count)];
            double sampleLoss = loss switch
            {
                Loss.BinaryCrossEntropy => BinaryCrossEntropy(z[0], t[0], weight, total, out dz[0]),
                Loss.SoftmaxCrossEntropy => SoftmaxCrossEntropy(z, Label(t[0], length), weight, total, dz),
                Loss.MeanSquaredError => MeanSquaredError(z, t, batch, dz),
                _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, message: null),
            };
            sum += weight * sampleLoss;
        }

        return sum / total;
    }

    /// <summary>Turns the outputs of one sample into what the page shows: σ, softmax, or the values themselves.</summary>
    /// <remarks>σ and softmax are scores between 0 and 1, not calibrated probabilities.</remarks>
    public static void Scores(this Loss loss, ReadOnlySpan<float> outputs, Span<float> scores)
    {
        switch (loss)
        {
            case Loss.BinaryCrossEntropy:
                scores[0] = Activations.Sigmoid(outputs[0]);
                break;
            case Loss.SoftmaxCrossEntropy:
                Softmax(outputs, scores);
                break;
            default:
                outputs.CopyTo(scores);
                break;
        }
    }

    /// <summary>Checks that a network that ends in this shape can have this loss.</summary>
    internal static void CheckOutput(this Loss loss, Shape output)
    {
        if (!output.IsVector && loss != Loss.MeanSquaredError)
        {
            throw new ArgumentException($"The network ends in the shape {output}; {loss} needs a vector of logits.");
        }

        if (loss == Loss.BinaryCrossEntropy && output.Length != 1)
        {
            throw new ArgumentException(
                $"The network ends in {output.Length} outputs; {loss} needs 1. Use {Loss.SoftmaxCrossEntropy} for one per class."
            );
        }

        if (loss == Loss.SoftmaxCrossEntropy && output.Length < 2)
        {
            throw new ArgumentException(
                $"The network ends in {output.Length} output; {loss} needs at least 2. Use {Loss.BinaryCrossEntropy} for one logit."
            );
        }
    }

    /// <summary>Checks that these samples can be used with this loss.</summary>
    internal static void CheckSamples(this Loss loss, SampleSet samples, Shape output)
    {
        bool wantsClasses = loss != Loss.MeanSquaredError;
        if (wantsClasses != samples.HasClasses)
        {
            string given = samples.HasClasses ? "classes" : "values";
            throw new ArgumentException(
                $"The samples have {given} as targets; {loss} needs {(wantsClasses ? "classes" : "values")}."
            );
        }

        int given2 = wantsClasses ? samples.ClassCount : samples.TargetLength;
        int needed = loss == Loss.BinaryCrossEntropy ? 2 : output.Length;
        if (given2 != needed)
        {
            throw new ArgumentException(
                $"The samples have {given2} {(wantsClasses ? "classes" : "target values each")}; the network with {loss} and "
                    + $"{output.Length} output(s) needs {needed}."
            );
        }
    }

    /// <summary>The class that a target names; refuses what is none.</summary>
    internal static int Label(float target, int classes)
    {
        int label = (int)target;
        return label == target && label >= 0 && label < classes
            ? label
            : throw new ArgumentException(
                $"The target {target} is no class of {classes} outputs; it must be a whole number from 0 to {classes - 1}."
            );
    }

    /// <summary>What the losses of these samples are divided by: the sum of their classes' weights.</summary>
    internal static double TotalWeight(ClassWeights weights, ReadOnlySpan<float> targets)
    {
        double total = 0;
        foreach (float target in targets)
        {
            total += weights[Label(target, weights.Count)];
        }

        return total;
    }

    // log(1 + e^z) − t z, the same as −t log σ(z) − (1 − t) log(1 − σ(z)).
    private static double BinaryCrossEntropy(double z, double t, double weight, double total, out float dz)
    {
        double e = Math.Exp(-Math.Abs(z));
        double sigmoid = z >= 0 ? 1 / (1 + e) : e / (1 + e);
        dz = (float)((sigmoid - t) * weight / total);
        return Math.Max(z, 0) - (z * t) + Math.Log(1 + e);
    }

    // log Σ e^z − z of the true class, with the largest logit taken out of the sum.
    private static double SoftmaxCrossEntropy(ReadOnlySpan<float> z, int label, double weight, double total, Span<float> dz)
    {
        double largest = Largest(z);
        double sum = 0;
        foreach (float logit in z)
        {
            sum += Math.Exp(logit - largest);
        }

        for (int k = 0; k < z.Length; k++)
        {
            double softmax = Math.Exp(z[k] - largest) / sum;
            dz[k] = (float)((softmax - (k == label ? 1 : 0)) * weight / total);
        }

        return largest + Math.Log(sum) - z[label];
    }

    private static double MeanSquaredError(ReadOnlySpan<float> y, ReadOnlySpan<float> t, int batch, Span<float> dy)
    {
        double sum = 0;
        for (int k = 0; k < y.Length; k++)
        {
            double difference = (double)y[k] - t[k];
            dy[k] = (float)(2 * difference / ((double)y.Length * batch));
            sum += difference * difference;
        }

        return sum / y.Length;
    }

    private static void Softmax(ReadOnlySpan<float> z, Span<float> scores)
    {
        double largest = Largest(z);
        double sum = 0;
        foreach (float logit in z)
        {
            sum += Math.Exp(logit - largest);
        }

        for (int k = 0; k < z.Length; k++)
        {
            scores[k] = (float)(Math.Exp(z[k] - largest) / sum);
        }
    }

    private static double Largest(ReadOnlySpan<float> z)
    {
        double largest = z[0];
        foreach (float logit in z)
        {
            largest = Math.Max(largest, logit);
        }

        return largest;
    }
}
