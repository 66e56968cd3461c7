using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Tests.Training;

public sealed class DivergenceTests
{
    private const int MostEpochs = 1000;

    public static TheoryData<OptimizerSpec, Activation> Absurd =>
        new()
        {
            { new Sgd(1e6), Activation.Identity },
            { new Sgd(1e6), Activation.ReLU },
            { new Sgd(1e6), Activation.LeakyReLU },
            { new Momentum(1e6), Activation.Identity },
            { new Adam(1e30), Activation.Identity },
            { new Sgd(1e300), Activation.Tanh },
        };

    [Theory]
    [MemberData(nameof(Absurd))]
    public async Task An_absurd_learning_rate_ends_as_a_divergence_with_finite_parameters(
        OptimizerSpec optimizer,
        Activation function
    )
    {
        Trainer trainer = DeepTrainer(optimizer, function);
        TrainerSnapshot start = await trainer.CopyAsync();
        while (!trainer.HasDiverged && trainer.Epoch < MostEpochs)
        {
            TrainingResult result = await trainer.TrainEpochAsync();
            Assert.True(double.IsFinite(result.MeanLoss));
        }

        Assert.True(trainer.HasDiverged);
        TrainerSnapshot end = await trainer.CopyAsync();
        Assert.All(end.State.Parameters, parameter => Assert.True(float.IsFinite(parameter)));
        Assert.All(end.State.Slots, slot => Assert.True(float.IsFinite(slot)));

        TrainingResult refused = await trainer.TrainEpochAsync();
        Assert.Equal(new TrainingResult(0, 0, Diverged: true), refused);
        Assert.Equal(end.State.Parameters, (await trainer.CopyAsync()).State.Parameters.AsEnumerable());

        await trainer.RestoreAsync(start);
        Assert.False(trainer.HasDiverged);
        Assert.Equal((0, 0), (trainer.Epoch, trainer.Minibatch));
    }

    [Fact]
    public async Task Rewinding_to_a_divergence_is_diverged_again()
    {
        Trainer trainer = DeepTrainer(new Sgd(1e300), Activation.Tanh);
        TrainerSnapshot start = await trainer.CopyAsync();
        await trainer.TrainEpochAsync();
        TrainerSnapshot diverged = await trainer.CopyAsync();
        await trainer.RestoreAsync(start);
        await trainer.RestoreAsync(diverged);
        Assert.True(trainer.HasDiverged);
    }

    [Fact]
    public async Task An_update_that_fails_leaves_no_trace()
    {
        Trainer trainer = DeepTrainer(new Momentum(1e300), Activation.Tanh);
        RunnerState before = (await trainer.CopyAsync()).State;
        TrainingResult result = await trainer.TrainAsync(minibatches: 1);
        RunnerState after = (await trainer.CopyAsync()).State;
        Assert.True(result.Diverged);
        Assert.Equal(before.Parameters, after.Parameters);
        Assert.Equal(before.Slots, after.Slots);
        Assert.Equal(before.Updates, after.Updates);
    }

    [Fact]
    public async Task A_hidden_overflow_is_not_mistaken_for_zero()
    {
        // Both products overflow, and ∞ − ∞ enters the ReLU. Inputs and weights are finite, so were that taken for 0, the loss
        // and every gradient would be 0 too, and training would go on in a broken network.
        NetworkSpec spec = new(Shape.Vector(2), Loss.MeanSquaredError, new DenseSpec(1), new ActivationSpec(Activation.ReLU));
        SampleSet samples = SampleSet.OfValues(Shape.Vector(2), [100, 100], [0]);
        float[] parameters = [1e38f, -1e38f, 0];
        await using TextbookRunner runner = new(spec, new TrainingSettings(new Sgd(0.1), 1), samples, parameters);
        Trainer trainer = new(runner, sampleCount: 1, seed: 1);
        TrainingResult result = await trainer.TrainEpochAsync();
        Assert.True(result.Diverged);
    }

    private static Trainer DeepTrainer(OptimizerSpec optimizer, Activation function)
    {
        NetworkSpec spec = new(
            Shape.Vector(2),
            Loss.MeanSquaredError,
            new DenseSpec(4),
            new ActivationSpec(function),
            new DenseSpec(4),
            new DenseSpec(1)
        );
        SampleSet samples = SampleSet.OfValues(Shape.Vector(2), [1, 2, -1, 0.5f, 3, -2], [1, -1, 2]);
        TrainingSettings settings = new(optimizer, BatchSize: 2);
        return new Trainer(new TextbookRunner(spec, settings, samples, Initialiser.Parameters(spec, seed: 1)), 3, seed: 1);
    }
}
