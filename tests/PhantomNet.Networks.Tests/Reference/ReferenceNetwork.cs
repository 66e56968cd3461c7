using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Tests.Reference;

/// <summary>
/// What a network computes, from its definition: in double, one sample at a time, each number as a sum written out. It shares no
/// code with the engine and knows no gradients.
/// </summary>
public static class ReferenceNetwork
{
    /// <summary>What enters the network and what leaves each layer, for one sample: [layer + 1][element].</summary>
    public static double[][] Activations(NetworkSpec spec, double[] parameters, double[] sample)
    {
        List<double[]> activations = [sample];
        int used = 0;
        for (int layer = 0; layer < spec.Layers.Count; layer++)
        {
            int count = ParameterCount(spec.Layers[layer], spec.InputOf(layer));
            activations.Add(Apply(spec.Layers[layer], spec.InputOf(layer), parameters[used..(used + count)], activations[^1]));
            used += count;
        }

        Assert.Equal(parameters.Length, used);
        return [.. activations];
    }

    /// <summary>The mean loss of a batch, given one target array for each sample and, if any, a weight for each class.</summary>
    public static double MeanLoss(
        NetworkSpec spec,
        double[] parameters,
        double[][] samples,
        double[][] targets,
        double[]? weights = null
    )
    {
        double[] weightOf = [.. targets.Select(t => weights?[(int)t[0]] ?? 1)];
        IEnumerable<double> losses = samples.Zip(targets, (x, t) => LossOf(spec.Loss, Activations(spec, parameters, x)[^1], t));
        return losses.Zip(weightOf, (loss, weight) => weight * loss).Sum() / weightOf.Sum();
    }

    /// <summary>One layer, one sample.</summary>
    public static double[] Apply(LayerSpec layer, Shape input, double[] parameters, double[] x) =>
        layer switch
        {
            DenseSpec dense => Dense(parameters, x, dense.Units),
            ActivationSpec activation => [.. x.Select(z => Apply(activation.Function, z))],
            FlattenSpec or DropoutSpec => x, // as it is outside training
            ConvolutionSpec convolution => ReferenceImages.Convolution(convolution, input, parameters, x),
            MaxPoolingSpec pool => [.. ReferenceImages.Windows(input, pool.Size, pool.Stride, x).Select(w => w.Max())],
            AveragePoolingSpec pool => [.. ReferenceImages.Windows(input, pool.Size, pool.Stride, x).Select(w => w.Average())],
            _ => throw new NotSupportedException(layer.Name),
        };

    /// <summary>f(z).</summary>
    public static double Apply(Activation function, double z) =>
        function switch
        {
            Activation.Identity => z,
            Activation.Sigmoid => 1 / (1 + Math.Exp(-z)),
            Activation.Tanh => (Math.Exp(2 * z) - 1) / (Math.Exp(2 * z) + 1),
            Activation.ReLU => Math.Max(0, z),
            Activation.LeakyReLU => Math.Max(0, z) + (0.01 * Math.Min(0, z)),
            _ => throw new NotSupportedException(function.Name()),
        };

    /// <summary>The loss of one sample as textbooks define it, from probabilities; for logits of ordinary size.</summary>
    public static double LossOf(Loss loss, double[] outputs, double[] target)
    {
        switch (loss)
        {
            case Loss.BinaryCrossEntropy:
                double p = Apply(Activation.Sigmoid, outputs[0]);
                double q = Apply(Activation.Sigmoid, -outputs[0]);
                return -(target[0] * Math.Log(p)) - ((1 - target[0]) * Math.Log(q));
            case Loss.SoftmaxCrossEntropy:
                return -Math.Log(Math.Exp(outputs[(int)target[0]]) / outputs.Sum(Math.Exp));
            default:
                return outputs.Zip(target, (y, t) => (y - t) * (y - t)).Average();
        }
    }

    private static int ParameterCount(LayerSpec layer, Shape input) =>
        layer switch
        {
            DenseSpec dense => dense.Units * (input.Length + 1),
            ConvolutionSpec filters => filters.Filters * ((input.Channels * filters.KernelSize * filters.KernelSize) + 1),
            _ => 0,
        };

    private static double[] Dense(double[] parameters, double[] x, int units)
    {
        double Weight(int o, int i) => parameters[(o * x.Length) + i];
        double Bias(int o) => parameters[(units * x.Length) + o];
        return [.. Enumerable.Range(0, units).Select(o => x.Select((value, i) => Weight(o, i) * value).Sum() + Bias(o))];
    }
}
