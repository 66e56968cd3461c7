using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using static PhantomNet.Networks.Tests.Training.TrainingCases;

namespace PhantomNet.Networks.Tests.Training;

public sealed class TrainerTests
{
    public static TheoryData<OptimizerSpec> Optimizers => [new Sgd(0.3), new Momentum(0.1), new Adam(0.02)];

    [Fact]
    public async Task An_epoch_visits_each_sample_once_in_an_order_of_its_own()
    {
        Trainer trainer = Trainer(new Sgd(0.1));
        List<string> orders = [];
        for (int epoch = 0; epoch < 5; epoch++)
        {
            List<int> visited = [];
            while (trainer.Epoch == epoch)
            {
                Assert.Equal(trainer.Minibatch == MinibatchesPerEpoch - 1 ? 2 : BatchSize, trainer.NextSamples.Length);
                visited.AddRange(trainer.NextSamples);
                await trainer.TrainAsync(minibatches: 1);
            }

            Assert.Equal(Enumerable.Range(0, SampleCount), visited.Order());
            orders.Add(string.Join(' ', visited));
        }

        Assert.Equal(5, orders.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(MinibatchesPerEpoch, trainer.MinibatchesPerEpoch);
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public async Task The_same_seed_gives_the_same_bits_and_another_seed_gives_others(OptimizerSpec optimizer)
    {
        float[] first = await After(Trainer(optimizer, seed: 1), epochs: 4);
        Assert.Equal(first, await After(Trainer(optimizer, seed: 1), epochs: 4));
        Assert.NotEqual(first, await After(Trainer(optimizer, seed: 2), epochs: 4));
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public async Task Stepping_by_minibatches_is_the_same_as_training_by_epochs(OptimizerSpec optimizer)
    {
        Trainer stepped = Trainer(optimizer);
        for (int i = 0; i < 3 * MinibatchesPerEpoch; i++)
        {
            Assert.Equal((i / MinibatchesPerEpoch, i % MinibatchesPerEpoch), (stepped.Epoch, stepped.Minibatch));
            Assert.Equal(1, (await stepped.TrainAsync(minibatches: 1)).Minibatches);
        }

        Assert.Equal(await After(Trainer(optimizer), epochs: 3), await ParametersOf(stepped));
    }

    [Fact]
    public async Task Training_an_epoch_stops_at_its_end()
    {
        Trainer trainer = Trainer(new Sgd(0.1));
        await trainer.TrainAsync(minibatches: 2);
        Assert.Equal(1, (await trainer.TrainEpochAsync()).Minibatches);
        Assert.Equal((1, 0), (trainer.Epoch, trainer.Minibatch));
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public async Task Many_minibatches_at_once_go_on_over_the_ends_of_epochs(OptimizerSpec optimizer)
    {
        Trainer trainer = Trainer(optimizer);
        await trainer.TrainAsync(minibatches: 2);
        TrainingResult result = await trainer.TrainAsync(minibatches: (4 * MinibatchesPerEpoch) - 2);
        Assert.Equal((4 * MinibatchesPerEpoch) - 2, result.Minibatches);
        Assert.Equal((4, 0), (trainer.Epoch, trainer.Minibatch));
        Assert.Equal(await After(Trainer(optimizer), epochs: 4), await ParametersOf(trainer));
    }

    [Fact]
    public async Task The_mean_loss_is_that_of_each_minibatch_before_its_update()
    {
        Trainer stepped = Trainer(new Sgd(0.1));
        double sum = 0;
        for (int i = 0; i < MinibatchesPerEpoch; i++)
        {
            sum += (await stepped.TrainAsync(minibatches: 1)).MeanLoss;
        }

        TrainingResult epoch = await Trainer(new Sgd(0.1)).TrainEpochAsync();
        Assert.Equal(sum / MinibatchesPerEpoch, epoch.MeanLoss, Tolerance.Double);
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public async Task Going_back_and_on_again_gives_the_same_bits_also_within_an_epoch(OptimizerSpec optimizer)
    {
        Trainer trainer = Trainer(optimizer);
        await trainer.TrainEpochAsync();
        await trainer.TrainAsync(minibatches: 1);
        TrainerSnapshot snapshot = await trainer.CopyAsync();
        float[] there = [.. snapshot.State.Parameters];
        float[] first = await After(trainer, epochs: 3);

        await trainer.RestoreAsync(snapshot);
        Assert.Equal((1, 1), (trainer.Epoch, trainer.Minibatch));
        Assert.Equal(there, await ParametersOf(trainer));
        Assert.Equal(first, await After(trainer, epochs: 3));
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public async Task A_fork_continues_as_the_original_would(OptimizerSpec optimizer)
    {
        Trainer original = Trainer(optimizer);
        await original.TrainAsync(minibatches: 2);
        Trainer fork = Trainer(optimizer);
        await fork.RestoreAsync(await original.CopyAsync());
        await fork.TrainEpochAsync();
        await original.TrainEpochAsync();
        Assert.Equal(await ParametersOf(original), await ParametersOf(fork));
        await fork.TrainEpochAsync();
        Assert.NotEqual(await ParametersOf(original), await ParametersOf(fork));
    }

    [Fact]
    public async Task A_fork_to_another_optimizer_starts_its_memory_afresh()
    {
        Trainer original = Trainer(new Momentum(0.1));
        await original.TrainEpochAsync();
        TrainerSnapshot snapshot = await original.CopyAsync();
        Trainer fork = Trainer(new Adam(0.02));
        await fork.RestoreAsync(snapshot);
        RunnerState state = (await fork.CopyAsync()).State;
        Assert.Equal(snapshot.State.Parameters, state.Parameters);
        Assert.All(state.Slots, slot => Assert.Equal(0, slot));
        Assert.Equal(0, state.Updates);
    }

    [Fact]
    public async Task A_fork_to_larger_batches_stays_within_its_epoch()
    {
        Trainer original = Trainer(new Sgd(0.1), batchSize: 2);
        await original.TrainAsync(minibatches: 4);
        Trainer fork = Trainer(new Sgd(0.1), batchSize: SampleCount);
        await fork.RestoreAsync(await original.CopyAsync());
        Assert.Equal((0, 0), (fork.Epoch, fork.Minibatch));
        Assert.Equal(1, (await fork.TrainEpochAsync()).Minibatches);
    }

    [Fact]
    public async Task A_cancelled_training_keeps_what_is_done()
    {
        Trainer trainer = Trainer(new Sgd(0.1));
        await trainer.TrainAsync(minibatches: 1);
        float[] before = await ParametersOf(trainer);
        TrainingResult result = await trainer.TrainEpochAsync(new CancellationToken(canceled: true));
        Assert.Equal(new TrainingResult(0, 0, Diverged: false), result);
        Assert.Equal((0, 1), (trainer.Epoch, trainer.Minibatch));
        Assert.Equal(before, await ParametersOf(trainer));
        Assert.False(trainer.HasDiverged);
        Assert.Equal(2, (await trainer.TrainEpochAsync()).Minibatches);
    }

    [Theory]
    [InlineData(SampleCount)]
    [InlineData(SampleCount + 1)]
    [InlineData(int.MaxValue)]
    public async Task A_batch_of_all_samples_or_more_is_one_minibatch(int batchSize)
    {
        Trainer trainer = Trainer(new Sgd(0.1), batchSize: batchSize);
        Assert.Equal(1, trainer.MinibatchesPerEpoch);
        Assert.Equal(SampleCount, trainer.NextSamples.Length);
        await trainer.TrainEpochAsync();
        Assert.Equal(1, trainer.Epoch);
    }

    [Fact]
    public async Task Training_by_no_minibatch_does_nothing_and_by_fewer_is_refused()
    {
        Trainer trainer = Trainer(new Sgd(0.1));
        await trainer.TrainAsync(minibatches: 1);
        Assert.Equal(0, (await trainer.TrainAsync(minibatches: 0)).Minibatches);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await trainer.TrainAsync(minibatches: -1));
        Assert.Equal((0, 1), (trainer.Epoch, trainer.Minibatch));
    }

    [Fact]
    public async Task The_step_function_refuses_to_train_and_says_why()
    {
        NetworkSpec spec = new(Shape.Vector(2), Loss.BinaryCrossEntropy, new DenseSpec(1), new ActivationSpec(Activation.Step));
        Assert.False(spec.IsTrainable);
        TextbookRunner runner = new(spec, new TrainingSettings(new Sgd(1), 2), Samples, [1, 1, 0]);
        Trainer trainer = new(runner, SampleCount, seed: 1);
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await trainer.TrainEpochAsync()
        );
        Assert.Contains("step function", error.Message, StringComparison.Ordinal);
        Assert.Contains("another activation", error.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (trainer.Epoch, trainer.Minibatch));
    }

    private static async Task<float[]> After(Trainer trainer, int epochs)
    {
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            await trainer.TrainEpochAsync();
        }

        return await ParametersOf(trainer);
    }
}
