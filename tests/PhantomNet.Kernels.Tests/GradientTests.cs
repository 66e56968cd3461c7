using FsCheck.Xunit;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Tests;
using PhantomNet.Networks.Tests.Reference;
using PhantomNet.Networks.Training;
using PhantomNet.Wasmtime;

namespace PhantomNet.Kernels.Tests;

[Properties(Arbitrary = [typeof(NetworkCases)], MaxTest = 100, Replay = "20261123,7")]
public sealed class GradientTests
{
    [Property]
    public async Task Gradients_match_finite_differences_in_double(NetworkCase drawn)
    {
        using WasmtimeHosts hosts = new();
        TrainingSettings settings = new(new PhantomNet.Networks.Optimizers.Sgd(0.1), drawn.Batch);
        await using CompiledRunner runner = await CompiledRunner.CreateAsync(
            hosts,
            drawn.Spec,
            settings,
            drawn.Samples,
            drawn.Parameters
        );
        BatchTrace trace = await runner.TraceAsync(drawn.Inputs, drawn.Targets);
        Tolerance.AssertGradient(drawn.Gradient(), trace.ParameterGradients);
    }

    [Property]
    public async Task Gradients_with_class_weights_match_finite_differences_in_double(NetworkCase drawn)
    {
        using WasmtimeHosts hosts = new();
        TrainingSettings settings = new(new Networks.Optimizers.Sgd(0.1), drawn.Batch, ClassWeights: drawn.Weights);
        await using CompiledRunner runner = await CompiledRunner.CreateAsync(
            hosts,
            drawn.Spec,
            settings,
            drawn.Samples,
            drawn.Parameters
        );
        BatchTrace trace = await runner.TraceAsync(drawn.Inputs, drawn.Targets);
        double[] expected = FiniteDifferences.Gradient(drawn.WeightedMeanLoss, drawn.ParametersInDouble);
        Tolerance.AssertGradient(expected, trace.ParameterGradients);
    }
}
