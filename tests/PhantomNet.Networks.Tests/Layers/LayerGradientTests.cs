using FsCheck.Xunit;
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
            new DropoutSpec(0.5),
        ];

    [Theory]
    [MemberData(nameof(Layers))]
    public void Gradients_match_finite_differences(LayerSpec spec) => AssertGradients(spec, Shape.Vector(4), seed: 1);

    [Property(MaxTest = 100)]
    public void Gradients_of_layers_of_images_match_finite_differences(int seed)
    {
        SeededRandom random = new(seed);
        int kernel = 1 + random.NextInt(4);
        int stride = 1 + random.NextInt(3);
        Padding padding = kernel % 2 == 1 && random.NextInt(3) == 0 ? Padding.Same : Padding.Of(random.NextInt(kernel));
        Shape shape = new(1 + random.NextInt(3), kernel + random.NextInt(5), kernel + random.NextInt(5));
        AssertGradients(new ConvolutionSpec(1 + random.NextInt(3), kernel, stride, padding), shape, seed);
        AssertGradients(new MaxPoolingSpec(kernel, stride), shape, seed);
        AssertGradients(new AveragePoolingSpec(kernel, stride), shape, seed);
    }

    [Fact]
    public void Gradients_of_an_image_that_is_laid_out_in_strips_match_finite_differences()
    {
        // 3 × 3 × 4 weights meet 40 places in a row: no more than 11 rows are laid out at once.
        AssertGradients(new ConvolutionSpec(1, 3, Stride: 1, Padding.Same), new Shape(4, 13, 40), seed: 2, batch: 1);
    }

    private static void AssertGradients(LayerSpec spec, Shape shape, int seed, int batch = Batch)
    {
        SeededRandom random = new(seed, stream: 1);
        int outputs = spec.OutputShape(shape).Length;
        float[] parameters = AwayFromZero(random, spec.WeightCount(shape) + spec.BiasCount(shape));
        float[] input =
            spec is MaxPoolingSpec
                ? AwayFromOneAnother(random, batch * shape.Length)
                : AwayFromZero(random, batch * shape.Length);
        float[] outputGradient = AwayFromZero(random, batch * outputs);

        Layer layer = spec.Build(shape);
        float[] output = new float[batch * outputs];
        layer.Forward(parameters, input, output, batch);
        float[] inputGradient = new float[input.Length];
        float[] parameterGradient = new float[parameters.Length];
        layer.Backward(parameters, input, output, outputGradient, inputGradient, parameterGradient, batch);

        double[] p = NetworkCase.ToDouble(parameters);
        double[] x = NetworkCase.ToDouble(input);
        double Sum(double[] own, double[] samples) =>
            samples
                .Chunk(shape.Length)
                .SelectMany(sample => ReferenceNetwork.Apply(spec, shape, own, sample))
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

    // At least 0.01 apart, so that no winner of a window is in doubt.
    private static float[] AwayFromOneAnother(SeededRandom random, int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order);
        return [.. order.Select(i => (i - (count / 2)) * 0.01f)];
    }
}
