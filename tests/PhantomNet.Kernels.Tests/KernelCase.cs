using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Randomness;

namespace PhantomNet.Kernels.Tests;

/// <summary>A random network with samples and settings, drawn from a seed: every layer, loss and optimizer in odd sizes.</summary>
internal sealed class KernelCase
{
    private static readonly Activation[] _functions =
    [
        Activation.ReLU,
        Activation.ReLU,
        Activation.LeakyReLU,
        Activation.Tanh,
        Activation.Sigmoid,
        Activation.Identity,
    ];

    private readonly SeededRandom _random;

    /// <summary>Draws one.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="isSmall">Whether it is a network of a few neurons, which a minibatch goes through in one function.</param>
    public KernelCase(int seed, bool isSmall = false)
    {
        _random = new SeededRandom(seed, stream: 77);
        while (Spec is null)
        {
            try
            {
                Spec = isSmall ? DrawSmallSpec() : DrawSpec();
            }
            catch (ArgumentException)
            {
                // A window that fits nowhere: draw again.
            }
        }

        Settings = new TrainingSettings(DrawOptimizer(), 1 + Int(isSmall ? 40 : 13), Int(3) == 0 ? 0.02 : 0, Int(1000));
        Parameters = Initialiser.Parameters(Spec, seed);
        foreach (ParameterBlock block in Spec.ParameterBlocks())
        {
            foreach (ref float bias in Parameters.AsSpan(block.Biases))
            {
                bias = (float)(0.3 * _random.NextNormal());
            }
        }

        Samples = DrawSamples(Settings.BatchSize + Int(20));
        Settings = Settings with { ClassWeights = isSmall ? null : DrawWeights() };
    }

    public NetworkSpec Spec { get; } = null!;

    public TrainingSettings Settings { get; }

    public float[] Parameters { get; }

    public SampleSet Samples { get; }

    public override string ToString() => $"{Spec}, {Spec.Loss}, batch {Settings.BatchSize} of {Samples.Count}, {Settings}";

    private NetworkSpec DrawSpec()
    {
        Loss loss = Pick(Loss.BinaryCrossEntropy, Loss.SoftmaxCrossEntropy, Loss.MeanSquaredError);
        List<LayerSpec> layers = [];
        Shape input = Shape.Vector(1 + Int(12));
        if (Int(3) > 0)
        {
            input = new Shape(1 + Int(3), 3 + Int(12), 3 + Int(12));
            for (int depth = Int(4); depth > 0; depth--)
            {
                layers.AddRange(DrawImageLayers());
            }

            layers.Add(new FlattenSpec());
        }

        for (int depth = Int(3); depth > 0; depth--)
        {
            layers.Add(new DenseSpec(1 + Int(20)));
            layers.Add(new ActivationSpec(Pick(_functions)));
            if (Int(5) == 0)
            {
                layers.Add(new DropoutSpec(Pick(0, 0.25, 0.7)));
            }
        }

        layers.Add(
            new DenseSpec(
                loss switch
                {
                    Loss.BinaryCrossEntropy => 1,
                    Loss.SoftmaxCrossEntropy => 2 + Int(6),
                    _ => 1 + Int(6),
                }
            )
        );
        if (loss == Loss.MeanSquaredError && Int(2) == 0)
        {
            layers.Add(new ActivationSpec(Pick(_functions)));
        }

        return new NetworkSpec(input, loss, layers);
    }

    private NetworkSpec DrawSmallSpec()
    {
        List<LayerSpec> layers = [];
        for (int depth = Int(4); depth > 0; depth--)
        {
            layers.Add(new DenseSpec(1 + Int(16)));
            layers.Add(new ActivationSpec(Pick(_functions)));
        }

        layers.Add(new DenseSpec(1));
        return new NetworkSpec(Shape.Vector(1 + Int(7)), Loss.BinaryCrossEntropy, layers);
    }

    private IEnumerable<LayerSpec> DrawImageLayers()
    {
        int kernel = Pick(1, 2, 3, 3, 3, 4, 5, 8, 9);
        int stride = Pick(1, 1, 1, 2, 3);
        yield return new ConvolutionSpec(
            Pick(1, 2, 3, 4, 5, 8, 11, 18),
            kernel,
            stride,
            Padding.Of(Math.Min(kernel - 1, Int(4)))
        );
        if (Int(4) > 0)
        {
            yield return new ActivationSpec(Pick(_functions));
        }

        if (Int(6) == 0)
        {
            yield return new DropoutSpec(0.3);
        }

        int size = Int(8) == 0 ? 9 : 2 + Int(2);
        switch (Int(5))
        {
            case 0:
                yield return new AveragePoolingSpec(size, Pick(1, size, size, 4));
                break;
            case 1 or 2:
                yield return new MaxPoolingSpec(size, Pick(1, size, size, 4));
                break;
            default:
                break;
        }

        if (Int(6) == 0)
        {
            yield return new ActivationSpec(Pick(_functions));
        }
    }

    // With a small epsilon Adam makes a whole step of a gradient that is nothing but roundings; the fixed cases have that one.
    private OptimizerSpec DrawOptimizer() =>
        Pick<OptimizerSpec>(new Sgd(0.05), new Momentum(0.02), new Adam(0.01, Epsilon: 1e-3), new Adam(0.02, 0.8, 0.99, 1e-2));

    private ClassWeights? DrawWeights() =>
        Spec.Loss == Loss.MeanSquaredError || Int(2) == 0
            ? null
            : new ClassWeights([
                .. Enumerable.Range(0, Math.Max(2, Spec.Output.Length)).Select(_ => (float)_random.NextDouble(0.1, 4)),
            ]);

    private SampleSet DrawSamples(int count)
    {
        float[] inputs = [.. Enumerable.Range(0, count * Spec.Input.Length).Select(_ => (float)_random.NextNormal())];
        if (Spec.Loss == Loss.MeanSquaredError)
        {
            int length = Spec.Output.Length;
            float[] values = [.. Enumerable.Range(0, count * length).Select(_ => (float)_random.NextNormal())];
            return SampleSet.OfValues(Spec.Input, inputs, values, length);
        }

        int classes = Math.Max(2, Spec.Output.Length);
        return SampleSet.OfClasses(Spec.Input, inputs, [.. Enumerable.Range(0, count).Select(_ => Int(classes))], classes);
    }

    private int Int(int bound) => _random.NextInt(bound);

    private T Pick<T>(params T[] choices) => choices[Int(choices.Length)];
}
