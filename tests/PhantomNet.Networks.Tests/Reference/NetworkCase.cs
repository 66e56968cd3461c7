using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Tests.Reference;

/// <summary>One network with parameters and a batch, in the engine's float32 and in the reference's double.</summary>
public sealed record NetworkCase(NetworkSpec Spec, float[] Parameters, float[] Inputs, float[] Targets, int Batch)
{
    private readonly double[][] _samples = Rows(Inputs, Batch);
    private readonly double[][] _targets = Rows(Targets, Batch);

    /// <summary>The parameters as doubles.</summary>
    public double[] ParametersInDouble { get; } = ToDouble(Parameters);

    /// <summary>The batch as training samples.</summary>
    public SampleSet Samples =>
        Spec.Loss == Loss.MeanSquaredError
            ? SampleSet.OfValues(Spec.Input, Inputs, Targets, Spec.Output.Length)
            : SampleSet.OfClasses(Spec.Input, Inputs, [.. Targets.Select(t => (int)t)], Math.Max(2, Spec.Output.Length));

    /// <summary>The reference's activations: [layer + 1][batch × length].</summary>
    public double[][] Activations()
    {
        double[][][] bySample = [.. _samples.Select(x => ReferenceNetwork.Activations(Spec, ParametersInDouble, x))];
        return [.. Enumerable.Range(0, Spec.Layers.Count + 1).Select(k => bySample.SelectMany(a => a[k]).ToArray())];
    }

    /// <summary>Weights of the classes, 1, 1.75, 2.5 …; null in a regression. The mean loss has them where they are asked for.</summary>
    public ClassWeights? Weights =>
        Spec.Loss == Loss.MeanSquaredError
            ? null
            : new ClassWeights([.. Enumerable.Range(0, Math.Max(2, Spec.Output.Length)).Select(k => 1 + (0.75f * k))]);

    /// <summary>The reference's mean loss with other parameters.</summary>
    public double MeanLoss(double[] parameters) => ReferenceNetwork.MeanLoss(Spec, parameters, _samples, _targets);

    /// <summary>The same with the weights of the classes.</summary>
    public double WeightedMeanLoss(double[] parameters) =>
        ReferenceNetwork.MeanLoss(
            Spec,
            parameters,
            _samples,
            _targets,
            Weights is { } weights ? [.. Enumerable.Range(0, weights.Count).Select(k => (double)weights[k])] : null
        );

    /// <summary>∂(mean loss)/∂parameters by finite differences, here or elsewhere.</summary>
    public double[] Gradient(double[]? at = null) => FiniteDifferences.Gradient(MeanLoss, at ?? ParametersInDouble);

    /// <summary>½ Σ w² over the weights, not the biases.</summary>
    public double HalfSquaredWeights(double[] parameters) =>
        Spec.ParameterBlocks().Sum(block => parameters[block.Weights].Sum(w => w * w)) / 2;

    /// <summary>
    /// How near a pre-activation of a (leaky) ReLU comes to its corner, or the two largest numbers of a pooling window to each
    /// other, where there is no derivative.
    /// </summary>
    public double DistanceFromCorners()
    {
        double[][] activations = Activations();
        double nearest = double.PositiveInfinity;
        for (int layer = 0; layer < Spec.Layers.Count; layer++)
        {
            if (Spec.Layers[layer] is ActivationSpec { Function: Activation.ReLU or Activation.LeakyReLU })
            {
                nearest = Math.Min(nearest, activations[layer].Min(Math.Abs));
            }

            if (Spec.Layers[layer] is MaxPoolingSpec { Size: > 1 } pool)
            {
                Shape shape = Spec.InputOf(layer);
                nearest = activations[layer]
                    .Chunk(shape.Length)
                    .SelectMany(sample => ReferenceImages.Windows(shape, pool.Size, pool.Stride, sample))
                    .Select(window => window.OrderDescending().ToArray())
                    .Aggregate(nearest, (least, ordered) => Math.Min(least, ordered[0] - ordered[1]));
            }
        }

        return nearest;
    }

    /// <summary>A network of the engine with these parameters.</summary>
    public Network Build()
    {
        Network network = new(Spec);
        Parameters.CopyTo(network.Parameters);
        return network;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Spec}, {Spec.Loss}, batch of {Batch}";

    /// <summary>The same numbers as doubles.</summary>
    public static double[] ToDouble(ReadOnlySpan<float> values)
    {
        double[] doubles = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            doubles[i] = values[i];
        }

        return doubles;
    }

    private static double[][] Rows(float[] values, int rows) => [.. ToDouble(values).Chunk(values.Length / rows)];
}
