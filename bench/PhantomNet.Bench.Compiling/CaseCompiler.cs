using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using PhantomNet.Bench.Cases;
using PhantomNet.Kernels;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Bench.Compiling;

/// <summary>What the page calls.</summary>
[SupportedOSPlatform("browser")]
internal static partial class CaseCompiler
{
    /// <summary>Compiles the network of case 1, from its spec to the bytes of its module.</summary>
    [JSExport]
    internal static byte[] Compile()
    {
        BenchCase images = BenchCases.Images;
        NetworkModule module = NetworkCompiler.Compile(images.Spec, images.Settings, images.Count);
        return module.Bytes.ToArray();
    }

    /// <summary>Compiles a small network of a little of everything, as the app does once before anyone needs the compiler.</summary>
    [JSExport]
    internal static void WarmUp()
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
        NetworkCompiler.Compile(spec, new TrainingSettings(new Sgd(0.1), BatchSize: 4), sampleCount: 4);
    }
}
