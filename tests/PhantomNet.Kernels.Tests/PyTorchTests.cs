using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Tests;
using PhantomNet.Networks.Tests.PyTorch;
using PhantomNet.Networks.Tests.Reference;
using PhantomNet.Wasmtime;

namespace PhantomNet.Kernels.Tests;

/// <summary>The fixtures that PyTorch made for the textbook engine, for compiled code.</summary>
public sealed class PyTorchTests
{
    private const int Steps = 20;

    /// <summary>As for the textbook engine: roundings of twenty updates in float32, summed in another order.</summary>
    private const double Share = 1e-5;

    public static TheoryData<string> Names => [.. PyTorchCase.Load().Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Training_agrees_with_PyTorch_step_by_step(string name)
    {
        PyTorchCase network = PyTorchCase.Load().Single(candidate => name.Equals(candidate.Name, StringComparison.Ordinal));
        using WasmtimeHosts hosts = new();
        await using CompiledRunner runner = await CompiledRunner.CreateAsync(
            hosts,
            network.Spec,
            network.Settings,
            network.Samples,
            network.Start
        );
        int[] order = [.. Enumerable.Range(0, network.Samples.Count)];
        int start = 0;
        for (int step = 1; step <= Steps; step++)
        {
            int end = Math.Min(start + network.Batch, order.Length);
            TrainingResult result = await runner.TrainAsync(new Minibatches(order, new[] { start, end }));
            double expected = network.Losses[step - 1];
            Assert.Equal(expected, result.MeanLoss, Share * Math.Max(1, expected));
            if (network.After.TryGetValue(step, out float[]? parameters))
            {
                RunnerState state = await runner.CopyAsync();
                Tolerance.AssertClose(NetworkCase.ToDouble(parameters), state.Parameters, Share, floor: 0);
            }

            start = end % order.Length;
        }
    }
}
