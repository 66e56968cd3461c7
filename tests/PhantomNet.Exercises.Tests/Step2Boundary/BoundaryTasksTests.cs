using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Networks;
using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

public sealed class BoundaryTasksTests
{
    [Fact]
    public void One_neuron_on_the_circle_passes_after_a_hundred_epochs()
    {
        using LessonRun run = new(BoundaryState.Default);
        run.Epochs(99);
        Assert.Contains("99 epochs", NotMet(run, "one-neuron", 50), StringComparison.Ordinal);
        run.Epochs(1);
        string low = Met(run, "one-neuron", 50);
        string high = Met(run, "one-neuron", 95);
        Assert.Contains("You said 95 %", high, StringComparison.Ordinal);
        Assert.NotEqual(low.Replace("50", "95", StringComparison.Ordinal), high, StringComparer.Ordinal);
        run.Change(state => state with { Shape = PointShape.Xor });
        NotMet(run, "one-neuron", 50);
    }

    [Fact]
    public void Points_of_ones_own_are_another_experiment()
    {
        using LessonRun run = new(BoundaryState.Default);
        run.Lesson.Tool = PointTool.AddNormal;
        new PointEditor(run.Lesson).Down(0, 0);
        run.Epochs(100);
        NotMet(run, "one-neuron", 50);
    }

    [Fact]
    public void Few_neurons_pass_once_the_test_accuracy_is_there()
    {
        // From the first weights of seed 1, eight neurons stay at 95 %.
        using LessonRun run = new(LessonRun.Eight with { WeightSeed = 2 });
        Assert.Contains("8 neurons", NotMet(run, "few-neurons", 3), StringComparison.Ordinal);
        for (int n = 0; n < 300 && run.Experiment.Now.Test.Accuracy < 0.97; n++)
        {
            run.Epochs(1);
        }

        Assert.Contains("More than you said", Met(run, "few-neurons", 3), StringComparison.Ordinal);
        Assert.Contains("As you said", Met(run, "few-neurons", 8), StringComparison.Ordinal);
        Assert.Contains("Fewer than you thought", Met(run, "few-neurons", 8.5), StringComparison.Ordinal);
        run.ChangeTraining(choice => choice with { Activation = Activation.Tanh });
        NotMet(run, "few-neurons", 3);
    }

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.3)]
    [InlineData(10)]
    public void Linear_layers_pass_after_a_hundred_epochs_or_a_divergence(double rate)
    {
        using LessonRun run = new(
            BoundaryState.Default with
            {
                Shape = PointShape.Xor,
                HiddenLayers = 3,
                Neurons = 16,
                Training = TrainingChoice.Default with { Activation = Activation.Identity, LearningRate = rate },
            }
        );
        NotMet(run, "linear-layers", 0);
        run.Epochs(100);
        Assert.StartsWith("As you said", Met(run, "linear-layers", 0), StringComparison.Ordinal);
        Assert.StartsWith("Not what you said", Met(run, "linear-layers", 2), StringComparison.Ordinal);
        run.Change(state => state with { Neurons = 15 });
        NotMet(run, "linear-layers", 0);
    }

    [Fact]
    public void Overfitting_passes_once_the_training_points_are_learnt()
    {
        using LessonRun run = new(
            BoundaryState.Default with
            {
                Shape = PointShape.Spiral,
                HiddenLayers = 3,
                Neurons = 16,
                Count = 40,
                Noise = 0.15,
            }
        );
        NotMet(run, "train-test", 0);
        for (int n = 0; n < 3000 && run.Experiment.Now.Train.Accuracy <= 0.95; n++)
        {
            run.Epochs(1);
        }

        Assert.StartsWith("As you said", Met(run, "train-test", 0), StringComparison.Ordinal);
        Assert.StartsWith("Not what you said", Met(run, "train-test", 1), StringComparison.Ordinal);
        run.Change(state => state with { Noise = 0.1 });
        NotMet(run, "train-test", 0);
    }

    [Fact]
    public void Without_points_no_task_is_met_and_none_throws()
    {
        using LessonRun run = new(BoundaryState.Default);
        new PointEditor(run.Lesson).Clear();
        Assert.All(run.Lesson.Tasks, task => Assert.False(task.Observe(1).Met));
    }

    private static string Met(LessonRun run, string task, double prediction)
    {
        Observation observation = Observe(run, task, prediction);
        Assert.True(observation.Met, observation.Text);
        return observation.Text;
    }

    private static string NotMet(LessonRun run, string task, double prediction)
    {
        Observation observation = Observe(run, task, prediction);
        Assert.False(observation.Met, observation.Text);
        return observation.Text;
    }

    private static Observation Observe(LessonRun run, string task, double prediction) =>
        run.Lesson.Tasks.Single(asked => asked.Id == task).Observe(prediction);
}
