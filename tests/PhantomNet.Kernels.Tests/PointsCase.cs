using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Kernels.Tests;

/// <summary>A network of a few neurons and ten points of the plane.</summary>
internal static class PointsCase
{
    public static readonly NetworkSpec Spec = new(
        Shape.Vector(2),
        Loss.BinaryCrossEntropy,
        new DenseSpec(5),
        new ActivationSpec(Activation.Tanh),
        new DenseSpec(1)
    );
    public static readonly SampleSet Samples = SampleSet.OfClasses(
        Shape.Vector(2),
        [.. Enumerable.Range(0, 20).Select(i => MathF.Sin(i * i))],
        [0, 1, 1, 0, 1, 0, 0, 1, 1, 0]
    );
}
