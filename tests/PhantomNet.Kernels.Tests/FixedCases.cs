using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Randomness;

namespace PhantomNet.Kernels.Tests;

/// <summary>Networks whose training is the same, bit for bit, on every machine.</summary>
internal static class FixedCases
{
    public const int Samples = 64;
    private const int Steps = 100;

    public static readonly (string Name, NetworkSpec Spec, TrainingSettings Settings, string Hash)[] All =
    [
        (
            "plane",
            new(
                Shape.Vector(2),
                Loss.BinaryCrossEntropy,
                new DenseSpec(8),
                new ActivationSpec(Activation.Tanh),
                new DenseSpec(8),
                new ActivationSpec(Activation.Sigmoid),
                new DenseSpec(1)
            ),
            new(new Adam(0.01), BatchSize: 10),
            "67CCE8F52E3C24B3"
        ),
        (
            "images",
            new(
                new Shape(1, 28, 28),
                Loss.SoftmaxCrossEntropy,
                new ConvolutionSpec(8, 3),
                new ActivationSpec(Activation.ReLU),
                new MaxPoolingSpec(2),
                new ConvolutionSpec(16, 3),
                new ActivationSpec(Activation.ReLU),
                new MaxPoolingSpec(2),
                new FlattenSpec(),
                new DropoutSpec(0.25),
                new DenseSpec(2)
            ),
            new(new Momentum(0.02), BatchSize: 32, L2: 0.001),
            "A1F661754DB39E3C"
        ),
        (
            "regression",
            new(
                new Shape(2, 9, 7),
                Loss.MeanSquaredError,
                new ConvolutionSpec(5, 3, 2, Padding.Same),
                new ActivationSpec(Activation.LeakyReLU),
                new AveragePoolingSpec(2, 1),
                new FlattenSpec(),
                new DenseSpec(3)
            ),
            new(new Sgd(0.05), BatchSize: 7),
            "1480CAC99EB5658C"
        ),
    ];

    /// <summary>The hash of a case's parameters after a hundred updates, wherever the module runs.</summary>
    public static async Task<string> HashAsync(IKernelHostFactory hosts, NetworkSpec spec, TrainingSettings settings)
    {
        SampleSet samples = Draw(spec);
        float[] first = Initialiser.Parameters(spec, seed: 1);
        await using CompiledRunner runner = await CompiledRunner.CreateAsync(hosts, spec, settings, samples, first);
        Trainer trainer = new(runner, samples.Count, seed: 1);
        for (int done = 0; done < Steps; )
        {
            done += (await trainer.TrainAsync(Steps - done)).Minibatches;
        }

        RunnerState state = await runner.CopyAsync();
        Assert.Equal(Steps, state.Updates);
        byte[] bytes = MemoryMarshal.AsBytes(state.Parameters.AsSpan()).ToArray();
        return Convert.ToHexString(SHA256.HashData(bytes))[..16];
    }

    private static SampleSet Draw(NetworkSpec spec)
    {
        SeededRandom random = new(seed: 5);
        float[] inputs = [.. Enumerable.Range(0, Samples * spec.Input.Length).Select(_ => (float)random.NextDouble(-1, 1))];
        return spec.Loss == Loss.MeanSquaredError
            ? SampleSet.OfValues(
                spec.Input,
                inputs,
                [.. Enumerable.Range(0, Samples * spec.Output.Length).Select(_ => (float)random.NextDouble(-1, 1))],
                spec.Output.Length
            )
            : SampleSet.OfClasses(
                spec.Input,
                inputs,
                [.. Enumerable.Range(0, Samples).Select(n => inputs[n * spec.Input.Length] > 0 ? 1 : 0)]
            );
    }
}
