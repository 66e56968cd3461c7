using PhantomNet.Exercises.Imaging.Step5Images;
using PhantomNet.Exercises.Tests.Fakes;
using PhantomNet.Networks;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Imaging.Tests.Step5Images;

public sealed class TrialLearnerTests
{
    private readonly HeldRunners _runners = new();

    [Fact]
    public async Task An_epoch_counts_as_done_when_its_parameters_are_there()
    {
        ValueTask<TrialLearner> made = TrialLearner.CreateAsync(
            _runners,
            convolutional: false,
            Arrangement.Original,
            [Samples(), Samples()],
            TrialNetworks.FirstParameters(convolutional: false),
            seed: 1
        );
        _runners.Release();
        await using TrialLearner learner = await made;
        float[] first = learner.Parameters;

        ValueTask<int> work = learner.AdvanceAsync(minibatches: 2, TestContext.Current.CancellationToken);
        _runners.Release();
        Assert.False(work.IsCompleted); // trained, and the parameters on their way
        Assert.Equal((0, 0), (learner.Epoch, learner.History.Count));
        Assert.Same(first, learner.Parameters);

        _runners.Release();
        Assert.Equal(2, await work);
        Assert.Equal((1, 1), (learner.Epoch, learner.History.Count));
        Assert.NotEqual(first, learner.Parameters);
    }

    // Two minibatches.
    private static SampleSet Samples()
    {
        int count = 2 * TrialNetworks.BatchSize;
        Shape shape = TrialNetworks.Dense.Input;
        float[] inputs = [.. Enumerable.Range(0, count * shape.Length).Select(i => MathF.Sin(i))];
        return SampleSet.OfClasses(shape, inputs, [.. Enumerable.Range(0, count).Select(i => i % 2)]);
    }
}
