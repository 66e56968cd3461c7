using PhantomNet.Networks.Layers;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Tests.Reference;
using PhantomNet.Randomness;

namespace PhantomNet.Networks.Tests.Layers;

/// <summary>Each layer alone: its gradients of Σ (output gradient × output) against finite differences.</summary>
public sealed class LayerGradientTests
{
    private const int Batch = 3;

    public static TheoryData<LayerSpec> Layers =>
        [
            new DenseSpec(1),
            new DenseSpec(7),
            new ActivationSpec(Activation.Identity),
            new ActivationSpec(Activation.Sigmoid),
            new ActivationSpec(Activation.Tanh),
            new ActivationSpec(Activation.ReLU),
            new ActivationSpec(Activation.LeakyReLU),
            new FlattenSpec(),
        ];

    [Theory]
    [MemberData(nameof(Layers))]
    public void Gradients_match_finite_differences(LayerSpec spec)
    {
        Shape shape = Shape.Vector(4);
        SeededRandom random = new(seed: 1);
        int outputs = spec.OutputShape(shape).Length;
        float[] parameters = AwayFromZero(random, spec.WeightCount(shape) + spec.BiasCount(shape));
        float[] input = AwayFromZero(random, Batch * shape.Length);
        float[] outputGradient = AwayFromZero(random, Batch * outputs);

        Layer layer = spec.Build(shape);
        float[] output = new float[Batch * outputs];
        layer.Forward(parameters, input, output, Batch);
        float[] inputGradient = new float[input.Length];
        float[] parameterGradient = new float[parameters.Length];
        layer.Backward(parameters, input, output, outputGradient, inputGradient, parameterGradient, Batch);

        double[] p = NetworkCase.ToDouble(parameters);
        double[] x = NetworkCase.ToDouble(input);
        double Sum(double[] own, double[] batch) =>
            batch
                .Chunk(shape.Length)
                .SelectMany(sample => ReferenceNetwork.Apply(spec, own, sample))
                .Zip(outputGradient, (y, dy) => y * dy)
                .Sum();
        Tolerance.AssertGradient(FiniteDifferences.Gradient(moved => Sum(p, moved), x), inputGradient);
        Tolerance.AssertGradient(FiniteDifferences.Gradient(moved => Sum(moved, x), p), parameterGradient);
    }

    [Fact]
    public void The_step_function_passes_no_gradient_back()
    {
        float[] inputGradient = [5, 5];
        ActivationLayer layer = new(Shape.Vector(2), Activation.Step);
        layer.Backward([], [1, -1], [1, 0], [3, 4], inputGradient, [], batch: 1);
        Assert.Equal([0, 0], inputGradient);
    }

    // At least 0.1 from 0, where the rectifiers have their corner.
    private static float[] AwayFromZero(SeededRandom random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble(0.1, 1) * (random.NextInt(2) == 0 ? 1 : -1)))];
}
