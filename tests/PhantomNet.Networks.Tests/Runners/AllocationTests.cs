using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Tests.Training;

namespace PhantomNet.Networks.Tests.Runners;

public sealed class AllocationTests
{
    private const int Minibatches = 10_000;

    /// <summary>What one call may allocate however many minibatches it does: its result and small change, in bytes.</summary>
    private const long PerCall = 1024;

    public static TheoryData<OptimizerSpec> Optimizers => [new Sgd(0.01), new Momentum(0.01), new Adam(0.001)];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Training_allocates_nothing_for_a_minibatch(OptimizerSpec optimizer)
    {
        TextbookRunner runner = TrainingCases.Runner(optimizer);
        int[] order =
        [
            .. Enumerable.Range(0, Minibatches + TrainingCases.BatchSize).Select(i => i % TrainingCases.SampleCount),
        ];
        int[] bounds = [.. Enumerable.Range(0, Minibatches + 1)];
        Train(runner, new Minibatches(order, new[] { 0, TrainingCases.BatchSize })); // the buffers grow to the largest batch
        long before = GC.GetAllocatedBytesForCurrentThread();
        Train(runner, new Minibatches(order, bounds));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, PerCall);
    }

    private static void Train(TextbookRunner runner, Minibatches minibatches)
    {
        // The textbook engine computes on the calling thread, so this waits for nothing.
        ValueTask<TrainingResult> training = runner.TrainAsync(minibatches);
        Assert.True(training.IsCompletedSuccessfully);
    }
}
