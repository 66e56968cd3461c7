using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Tests;
using PhantomNet.Networks.Tests.Reference;
using PhantomNet.Networks.Training;
using PhantomNet.Wasm.Validation;
using PhantomNet.Wasmtime;

namespace PhantomNet.Kernels.Tests;

/// <summary>Compiled code against the textbook engine, over 600 random networks and 180 small ones.</summary>
public sealed class AgainstTextbookTests
{
    private const int Parts = 12; // tests, so that they can run side by side
    private const int CasesOfPart = 50;
    private const int SmallCasesOfPart = 15;

    /// <summary>
    /// As a share of the largest number of its array, at least 1: both sides compute in float32 and sum in another order, which
    /// gives about 1e-6 through the layers.
    /// </summary>
    private const double Outputs = 1e-5;

    /// <summary>The same for parameters after a few updates, whose gradients differ by as much as those of one pass may.</summary>
    private const double AfterUpdates = 1e-4;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, Parts)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_is_compiled_computes_what_the_textbook_does(int part)
    {
        using WasmtimeHosts hosts = new();
        for (int i = 0; i < CasesOfPart; i++)
        {
            int seed = (part * CasesOfPart) + i;
            KernelCase drawn = new(seed);
            try
            {
                foreach (ModuleUse use in Enum.GetValues<ModuleUse>())
                {
                    Validator.Validate(NetworkCompiler.Build(drawn.Spec, drawn.Settings, drawn.Samples.Count, use).Module);
                }

                await CompareAsync(hosts, drawn);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"Seed {seed}, {drawn}: {error.Message}", error);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Small_networks_that_take_a_minibatch_at_once_compute_what_the_textbook_does(int part)
    {
        using WasmtimeHosts hosts = new();
        for (int i = 0; i < SmallCasesOfPart; i++)
        {
            int seed = (part * SmallCasesOfPart) + i;
            KernelCase drawn = new(seed, isSmall: true);
            NetworkPlan plan = new(drawn.Spec, drawn.Settings, ModuleUse.Training);
            Assert.NotNull(new MemoryPlan(plan, drawn.Samples.Count, NetworkCompiler.MostBytes).Small);
            try
            {
                Validator.Validate(
                    NetworkCompiler.Build(drawn.Spec, drawn.Settings, drawn.Samples.Count, ModuleUse.Training).Module
                );
                await CompareAsync(hosts, drawn);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"Seed {seed}, {drawn}: {error.Message}", error);
            }
        }
    }

    private static async Task CompareAsync(WasmtimeHosts hosts, KernelCase drawn)
    {
        await using TextbookRunner textbook = new(drawn.Spec, drawn.Settings, drawn.Samples, drawn.Parameters);
        await using CompiledRunner compiled = await CompiledRunner.CreateAsync(
            hosts,
            drawn.Spec,
            drawn.Settings,
            drawn.Samples,
            drawn.Parameters
        );
        await CompareTracesAsync(textbook, compiled, drawn.Samples);
        Trainer expected = new(textbook, drawn.Samples.Count, seed: 3);
        Trainer actual = new(compiled, drawn.Samples.Count, seed: 3);
        foreach (int minibatches in new[] { 1, 4, 3 }) // few: at a corner the way of roundings would part for good
        {
            TrainingResult one = await expected.TrainAsync(minibatches);
            TrainingResult other = await actual.TrainAsync(minibatches);
            Assert.Equal(one with { MeanLoss = 0 }, other with { MeanLoss = 0 });
            Assert.Equal(one.MeanLoss, other.MeanLoss, AfterUpdates * Math.Max(1, Math.Abs(one.MeanLoss)));
        }

        RunnerState theirs = await textbook.CopyAsync();
        RunnerState ours = await compiled.CopyAsync();
        Assert.Equal(theirs.Updates, ours.Updates);
        AssertClose(theirs.Parameters, ours.Parameters, AfterUpdates);
        AssertClose(theirs.Slots, ours.Slots, AfterUpdates);
        await compiled.RestoreAsync(theirs);
        float[] predicted = new float[drawn.Samples.Count * drawn.Spec.Output.Length];
        await textbook.PredictAsync(drawn.Samples.Inputs, predicted);
        float[] again = new float[predicted.Length];
        await compiled.PredictAsync(drawn.Samples.Inputs, again);
        AssertClose(predicted, again, Outputs);
        await using CompiledPredictor oneByOne = await CompiledPredictor.CreateAsync(hosts, drawn.Spec, theirs.Parameters);
        await oneByOne.PredictAsync(drawn.Samples.Inputs, again);
        AssertClose(predicted, again, Outputs);
    }

    private static async Task CompareTracesAsync(TextbookRunner textbook, CompiledRunner compiled, SampleSet samples)
    {
        BatchTrace one = await textbook.TraceAsync(samples.Inputs, samples.Targets);
        BatchTrace other = await compiled.TraceAsync(samples.Inputs, samples.Targets);
        Assert.Equal(one.Loss, other.Loss, Outputs * Math.Max(1, one.Loss));
        for (int layer = 0; layer < one.Outputs.Length; layer++)
        {
            AssertClose(one.Outputs[layer], other.Outputs[layer], Outputs);
            Tolerance.AssertGradient(NetworkCase.ToDouble(one.OutputGradients[layer]), other.OutputGradients[layer]);
        }

        Tolerance.AssertGradient(NetworkCase.ToDouble(one.ParameterGradients), other.ParameterGradients);
        BatchTrace forward = await compiled.TraceAsync(samples.Inputs, default);
        Assert.Equal(other.Outputs, forward.Outputs);
        Assert.Equal((double.NaN, 0, 0), (forward.Loss, forward.OutputGradients.Length, forward.ParameterGradients.Length));
    }

    // A network on its way to divergence can predict what is no number; then both do.
    private static void AssertClose(float[] expected, float[] actual, double share)
    {
        Assert.Equal(expected.Select(float.IsNaN), actual.Select(float.IsNaN));
        float[] numbers = [.. expected.Where(value => !float.IsNaN(value))];
        Tolerance.AssertClose(
            NetworkCase.ToDouble(numbers),
            actual.Where(value => !float.IsNaN(value)).ToArray(),
            share,
            floor: 1
        );
    }
}
