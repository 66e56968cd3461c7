using PhantomNet.Kernels.Running;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Randomness;
using PhantomNet.Wasm.Validation;
using PhantomNet.Wasmtime;

namespace PhantomNet.Kernels.Tests;

/// <summary>Layers and numbers without any sense, most of which no network can have.</summary>
public sealed class FuzzedSpecTests
{
    private const int Cases = 4000;
    private const int MostMs = 120_000; // a few seconds are expected: what hangs fails
    private const long MostBytes = 1 << 26;
    private const long MostMultiplyAdds = 100_000; // of those that are run as well

    /// <summary>As a share of the largest output, at least 1: float32, summed in another order.</summary>
    private const double Share = 1e-5;

    private static readonly int[] _numbers = [-1, 0, 1, 1, 2, 2, 3, 3, 4, 5, 7, 9, 16, 33, 1000, 70_000, int.MaxValue];

    private static readonly Minibatches _one = new(new[] { 0 }, new[] { 0, 1 });

    [Fact(Timeout = MostMs)]
    public async Task A_spec_is_refused_with_a_message_or_compiles_and_agrees()
    {
        using WasmtimeHosts hosts = new();
        (int refused, int compiled, int agreed) = (0, 0, 0);
        for (int seed = 0; seed < Cases; seed++)
        {
            await Task.Yield(); // from here on the clock can end the test
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            NetworkSpec spec;
            TrainingSettings settings;
            try
            {
                (spec, settings) = Draw(new SeededRandom(seed, stream: 78));
                foreach (ModuleUse use in Enum.GetValues<ModuleUse>())
                {
                    Validator.Validate(NetworkCompiler.Build(spec, settings, sampleCount: 5, use, MostBytes).Module);
                }

                compiled++;
            }
            catch (ArgumentException error)
            {
                Assert.InRange(error.Message.Length, 20, 2000);
                refused++;
                continue;
            }

            if (spec.MultiplyAdds < MostMultiplyAdds)
            {
                await AssertAgreesAsync(hosts, spec, settings);
                agreed++;
            }
        }

        Assert.True(refused > Cases / 10 && compiled > Cases / 10 && agreed > Cases / 20, $"{refused} {compiled} {agreed}");
    }

    private static async Task AssertAgreesAsync(WasmtimeHosts hosts, NetworkSpec spec, TrainingSettings settings)
    {
        const int count = 5;
        float[] inputs = [.. Enumerable.Range(0, count * spec.Input.Length).Select(i => MathF.Sin(i * i))];
        SampleSet samples =
            spec.Loss == Loss.MeanSquaredError
                ? SampleSet.OfValues(spec.Input, inputs, new float[count * spec.Output.Length], spec.Output.Length)
                : SampleSet.OfClasses(spec.Input, inputs, [0, 1, 1, 0, 1], spec.ClassCount());
        float[] parameters = Initialiser.Parameters(spec, seed: 1);
        await using TextbookRunner textbook = new(spec, settings, samples, parameters);
        await using CompiledRunner compiled = await CompiledRunner.CreateAsync(hosts, spec, settings, samples, parameters);
        float[] expected = new float[count * spec.Output.Length];
        float[] actual = new float[expected.Length];
        await textbook.PredictAsync(inputs, expected);
        await compiled.PredictAsync(inputs, actual);
        double most = Share * Math.Max(1, expected.Max(Math.Abs));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, most));
        if (spec.IsTrainable)
        {
            Assert.Equal((await textbook.TrainAsync(_one)).Minibatches, (await compiled.TrainAsync(_one)).Minibatches);
        }
    }

    private static (NetworkSpec Spec, TrainingSettings Settings) Draw(SeededRandom random)
    {
        Shape input = random.NextInt(3) == 0 ? Shape.Vector(Number()) : new Shape(1 + random.NextInt(3), Number(), Number());
        Loss loss = (Loss)random.NextInt(3);
        LayerSpec[] layers = [.. Enumerable.Range(0, random.NextInt(4)).Select(_ => Layer())];
        NetworkSpec spec = new(input, loss, [.. layers, new FlattenSpec(), new DenseSpec(1 + random.NextInt(3))]);
        ClassWeights? weights = random.NextInt(3) == 0 ? new ClassWeights(1, random.NextInt(4)) : null;
        return (spec, new TrainingSettings(new Momentum(0.01), random.NextInt(20), ClassWeights: weights));

        int Number() => _numbers[random.NextInt(_numbers.Length)];

        LayerSpec Layer() =>
            random.NextInt(7) switch
            {
                0 => new DenseSpec(Number()),
                1 => new ConvolutionSpec(Number(), Number(), 1 + random.NextInt(4), Padding.Of(random.NextInt(4))),
                2 => new MaxPoolingSpec(Number(), Number()),
                3 => new AveragePoolingSpec(Number(), Number()),
                4 => new FlattenSpec(),
                5 => new DropoutSpec(random.NextDouble(-0.1, 1.1)),
                _ => new ActivationSpec((Activation)random.NextInt(6)),
            };
    }
}
