using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Kernels;

/// <summary>
/// Compiles a little of everything and throws it away: an interpreter takes ten times as long over what it sees for the first time.
/// </summary>
public static class CompilerWarmUp
{
    /// <summary>Does so.</summary>
    /// <param name="rest">Awaited after each piece of a few milliseconds.</param>
    public static async Task RunAsync(Func<Task> rest)
    {
        NetworkSpec spec = new(
            new Shape(1, 8, 8),
            Loss.BinaryCrossEntropy,
            new ConvolutionSpec(4, 3),
            new ActivationSpec(Activation.ReLU),
            new MaxPoolingSpec(2),
            new ConvolutionSpec(4, 3),
            new FlattenSpec(),
            new DenseSpec(4),
            new ActivationSpec(Activation.Tanh),
            new DenseSpec(1)
        );
        NetworkSpec small = new(
            Shape.Vector(2),
            Loss.BinaryCrossEntropy,
            new DenseSpec(3),
            new ActivationSpec(Activation.Tanh),
            new DenseSpec(3),
            new ActivationSpec(Activation.ReLU),
            new DenseSpec(1)
        );
        TrainingSettings settings = new(new Sgd(0.1), BatchSize: 4);
        await NetworkCompiler.CompileAsync(spec, settings, sampleCount: 4, rest);
        await NetworkCompiler.CompileAsync(small, settings, sampleCount: 4, rest);
    }
}
