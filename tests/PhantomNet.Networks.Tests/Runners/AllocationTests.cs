using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Tests.Training;
using PhantomNet.Networks.Training;

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

    [Fact]
    public void Training_a_network_of_images_allocates_nothing_for_a_minibatch()
    {
        NetworkSpec spec = new(
            new Shape(1, 8, 8),
            Loss.SoftmaxCrossEntropy,
            new ConvolutionSpec(2, 3, 1, Padding.Same),
            new ActivationSpec(Activation.ReLU),
            new MaxPoolingSpec(2),
            new ConvolutionSpec(2, 3, 2, Padding.Same),
            new AveragePoolingSpec(2),
            new FlattenSpec(),
            new DropoutSpec(0.5),
            new DenseSpec(2)
        );
        SampleSet samples = SampleSet.OfClasses(spec.Input, [.. Enumerable.Range(0, 256).Select(i => i % 7f)], [0, 1, 1, 0]);
        TextbookRunner runner = new(
            spec,
            new TrainingSettings(new Adam(0.001), BatchSize: 2),
            samples,
            Initialiser.Parameters(spec, seed: 1)
        );
        int[] order = [.. Enumerable.Range(0, 1000).Select(i => i % 4)];
        int[] bounds = [.. Enumerable.Range(0, 500).Select(i => 2 * i)];
        Train(runner, new Minibatches(order, bounds.AsMemory(0, 2)));
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
