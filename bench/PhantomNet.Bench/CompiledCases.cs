using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Bench;

/// <summary>Networks whose compiled code is measured, natively and in a browser.</summary>
internal static class CompiledCases
{
    public static IEnumerable<(NetworkSpec Spec, int Batch, int Samples)> All()
    {
        yield return (
            new NetworkSpec(
                new Shape(1, 28, 28),
                Loss.SoftmaxCrossEntropy,
                new ConvolutionSpec(8, 3),
                new ActivationSpec(Activation.ReLU),
                new MaxPoolingSpec(2),
                new ConvolutionSpec(16, 3),
                new ActivationSpec(Activation.ReLU),
                new MaxPoolingSpec(2),
                new FlattenSpec(),
                new DenseSpec(2)
            ),
            32,
            1024
        );
        yield return (Plane(Activation.Tanh, 4, 2), 10, 200);
        yield return (Plane(Activation.ReLU, 8, 8, 8), 10, 200);
    }

    private static NetworkSpec Plane(Activation function, params int[] widths) =>
        new(
            Shape.Vector(2),
            Loss.BinaryCrossEntropy,
            [
                .. widths.SelectMany(width => new LayerSpec[] { new DenseSpec(width), new ActivationSpec(function) }),
                new DenseSpec(1),
            ]
        );

    /// <summary>Samples that look like nothing, of two classes in turn.</summary>
    public static SampleSet Draw(NetworkSpec spec, int count)
    {
        float[] inputs = [.. Enumerable.Range(0, count * spec.Input.Length).Select(i => MathF.Sin(i * 0.7f))];
        return SampleSet.OfClasses(spec.Input, inputs, [.. Enumerable.Range(0, count).Select(n => n % 2)]);
    }
}
