using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Networks;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Training;
using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

public sealed class ExperimentTests
{
    [Fact]
    public async Task Every_epoch_is_kept_to_100_and_then_one_in_a_hundred_of_the_way()
    {
        await using Experiment experiment = await CreateAsync(BoundaryState.Default);
        await TrainAsync(experiment, 1000);
        List<int> expected = [.. Enumerable.Range(0, 101)];
        for (int epoch = 101; epoch <= 1000; epoch++)
        {
            if (epoch * 100 >= expected[^1] * 101)
            {
                expected.Add(epoch);
            }
        }

        Assert.Equal(expected, experiment.Records.Select(record => record.Epoch));
    }

    [Fact]
    public async Task Training_rests_at_the_most_epochs_and_says_so()
    {
        BoundaryState state = BoundaryState.Default with
        {
            Count = 40,
            Training = TrainingChoice.Default with { BatchSize = 60 },
        };
        await using Experiment experiment = await CreateAsync(state);
        await TrainAsync(experiment, Experiment.MaxEpochs + 10);
        Assert.Equal(Experiment.MaxEpochs, experiment.Trainer.Epoch);
        Assert.False(experiment.CanTrain);
        Assert.Contains(TrainingNews.Of(experiment), news => news.Contains("100,000", StringComparison.Ordinal));
        Assert.InRange(experiment.Records.Count, 700, 900);
        await experiment.GoBackAsync(experiment.Records[10]);
        Assert.True(experiment.CanTrain);
        Assert.Empty(TrainingNews.Of(experiment));
    }

    [Theory]
    [InlineData(Activation.Identity, 3, 10, OptimizerKind.Sgd)]
    [InlineData(Activation.ReLU, 3, 10, OptimizerKind.Momentum)]
    [InlineData(Activation.LeakyReLU, 2, 10, OptimizerKind.Momentum)]
    [InlineData(Activation.Identity, 1, 10, OptimizerKind.Momentum)]
    [InlineData(Activation.Identity, 3, 10, OptimizerKind.Adam)]
    public async Task However_it_is_overdriven_every_number_stays_finite(
        Activation activation,
        int layers,
        double rate,
        OptimizerKind optimizer
    )
    {
        foreach (int seed in Enumerable.Range(1, 5))
        {
            BoundaryState state = BoundaryState.Default with
            {
                Shape = PointShape.Xor,
                HiddenLayers = layers,
                Neurons = 16,
                WeightSeed = seed,
                Training = new TrainingChoice(activation, optimizer, rate, 10, 0.1),
            };
            await using Experiment experiment = await CreateAsync(state);
            await TrainAsync(experiment, 60);
            Assert.All(experiment.History, AssertFinite);
            Assert.All(experiment.Shown.Parameters.ToArray(), parameter => Assert.True(float.IsFinite(parameter)));
        }
    }

    [Fact]
    public async Task A_divergence_is_named_and_can_be_gone_back_from()
    {
        await using Experiment experiment = await CreateAsync(Diverging);
        await TrainAsync(experiment, 200);
        Assert.True(experiment.Trainer.HasDiverged);
        Assert.False(experiment.CanTrain);
        Assert.Contains(TrainingNews.Of(experiment), news => news.StartsWith("Training diverged", StringComparison.Ordinal));
        AssertFinite(experiment.Now);
        await experiment.GoBackAsync(experiment.Records[0]);
        Assert.True(experiment.CanTrain);
        Assert.DoesNotContain(
            TrainingNews.Of(experiment),
            news => news.StartsWith("Training diverged", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Other_settings_can_go_on_from_a_divergence()
    {
        await using Experiment diverged = await CreateAsync(Diverging);
        await TrainAsync(diverged, 200);
        await using Experiment fork = await diverged.ForkAsync(
            new TextbookRunnerFactory(),
            TrainingChoice.Default.Settings,
            seed: 1,
            otherSpec: Diverging.Spec(Activation.ReLU)
        );
        Assert.True(fork.CanTrain);
        AssertFinite(fork.Now);
    }

    [Fact]
    public async Task Weights_that_overflow_on_other_points_give_way_to_the_first_weights()
    {
        BoundaryState state = LessonRun.Eight;
        await using Experiment experiment = await CreateAsync(state);
        float[] huge = [.. Enumerable.Repeat(1e30f, experiment.Shown.Parameters.Length)];
        TrainerSnapshot snapshot = experiment.Now.Snapshot with { State = new RunnerState(huge, [], 5) };
        await using Experiment fork = await experiment.ForkAsync(
            new TextbookRunnerFactory(),
            state.Training.Settings,
            state.WeightSeed,
            from: snapshot
        );
        Assert.Equal(experiment.Shown.Parameters, fork.Shown.Parameters);
        AssertFinite(fork.Now);
    }

    [Fact]
    public async Task A_neuron_that_is_off_at_every_point_is_named_dead()
    {
        await using Experiment experiment = await CreateAsync(LessonRun.Eight);
        Assert.Empty(TrainingNews.DeadNeurons(experiment));
        float[] parameters = experiment.Shown.Parameters.ToArray();
        parameters[16 + 2] = -100; // bias of the third neuron, behind 16 weights
        experiment.Show(parameters);
        Assert.Equal([new NeuronPlace(0, 2)], TrainingNews.DeadNeurons(experiment));
        Assert.Contains(
            TrainingNews.Of(experiment),
            news => news.Contains("neuron 3 of hidden layer 1", StringComparison.Ordinal)
        );
        parameters.AsSpan(16, 8).Fill(-100);
        experiment.Show(parameters);
        Assert.Equal(8, TrainingNews.DeadNeurons(experiment).Count);
        Assert.Contains(TrainingNews.Of(experiment), news => news.Contains("and others", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_a_relu_can_be_dead()
    {
        BoundaryState state = LessonRun.Eight with
        {
            Training = TrainingChoice.Default with { Activation = Activation.LeakyReLU },
        };
        await using Experiment experiment = await CreateAsync(state);
        float[] parameters = experiment.Shown.Parameters.ToArray();
        parameters.AsSpan(16, 8).Fill(-100);
        experiment.Show(parameters);
        Assert.Empty(TrainingNews.Of(experiment));
    }

    private static BoundaryState Diverging { get; } =
        BoundaryState.Default with
        {
            Shape = PointShape.Xor,
            HiddenLayers = 3,
            Neurons = 16,
            Training = TrainingChoice.Default with { Activation = Activation.Identity, LearningRate = 10 },
        };

    private static Task<Experiment> CreateAsync(BoundaryState state)
    {
        BoundaryPoints points = new(state);
        return Experiment.CreateAsync(
            new TextbookRunnerFactory(),
            state.Spec(state.Training.Activation),
            state.Training.Settings,
            BoundaryPoints.Samples(points.Train),
            BoundaryPoints.Samples(points.Test),
            state.WeightSeed
        );
    }

    private static async Task TrainAsync(Experiment experiment, int epochs)
    {
        while (experiment.CanTrain && experiment.Trainer.Epoch < epochs)
        {
            await experiment.TrainEpochAsync();
        }

        await experiment.LookAsync();
    }

    private static void AssertFinite(TrainingRecord record)
    {
        Assert.True(double.IsFinite(record.Train.Loss) && double.IsFinite(record.Test.Loss));
        Assert.All(record.Train.Scores.Concat(record.Test.Scores), score => Assert.InRange(score, 0, 1));
    }
}
