using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Tests.Reference;

namespace PhantomNet.Networks.Tests.PyTorch;

public sealed class PyTorchTests
{
    private const int Steps = 20;

    /// <summary>
    /// As a share of the largest parameter: both sides compute in float32 and sum in another order, so that each update may
    /// differ by a few roundings of 6e-8, twenty times over. A share of each single entry would ask of parameters that pass
    /// near zero for digits that their updates never had.
    /// </summary>
    private const double Parameters = 1e-5;

    /// <summary>The losses follow the parameters; PyTorch also rounds the loss itself to float32.</summary>
    private const double Losses = 1e-5;

    public static TheoryData<string> Names => [.. PyTorchCase.Load().Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Training_agrees_with_PyTorch_step_by_step(string name)
    {
        PyTorchCase network = PyTorchCase.Load().Single(candidate => name.Equals(candidate.Name, StringComparison.Ordinal));
        await using TextbookRunner runner = new(network.Spec, network.Settings, network.Samples, network.Start);
        int[] order = [.. Enumerable.Range(0, network.Samples.Count)];
        int start = 0;
        for (int step = 1; step <= Steps; step++)
        {
            int end = Math.Min(start + network.Batch, order.Length);
            TrainingResult result = await runner.TrainAsync(new Minibatches(order, new[] { start, end }));
            double expected = network.Losses[step - 1];
            Assert.Equal(expected, result.MeanLoss, Losses * Math.Max(1, expected));
            if (network.After.TryGetValue(step, out float[]? parameters))
            {
                RunnerState state = await runner.CopyAsync();
                Tolerance.AssertClose(NetworkCase.ToDouble(parameters), state.Parameters, Parameters, floor: 0);
            }

            start = end % order.Length;
        }

        Assert.Contains(Steps, network.After.Keys);
    }
}
