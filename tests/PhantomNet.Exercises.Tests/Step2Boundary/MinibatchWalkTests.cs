using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Networks;
using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

public sealed class MinibatchWalkTests
{
    // Half an ulp of float32 relative to numbers of this size, a few times over.
    private const double FloatRounding = 3e-7;

    [Fact]
    public async Task The_numbers_of_each_phase_fit_one_another()
    {
        using LessonRun run = new(LessonRun.Eight);
        run.Epochs(2);
        MinibatchWalk walk = await MinibatchWalk.StartAsync(run.Lesson);
        Assert.Equal(10, walk.Points.Count);
        foreach (WalkedPoint point in walk.Points)
        {
            LabelledPoint drawn = run.Lesson.Points.Train[point.Index];
            Assert.Equal((drawn.X1, drawn.X2, drawn.Label), (point.X1, point.X2, point.Label));
            Assert.Equal(1 / (1 + Math.Exp(-point.Logit)), point.Score, FloatRounding);
            double right = point.Label == 1 ? point.Score : 1 - point.Score;
            Assert.Equal(-Math.Log(right), point.Loss, 1e-4);
            Assert.Equal((point.Score - point.Label) / walk.Points.Count, point.LogitGradient, FloatRounding);
        }

        await walk.AdvanceAsync(run.Lesson);
        string mean = walk.Points.Average(point => point.Loss).ToString("F4");
        Assert.Contains($"mean is {mean}.", walk.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 0.05)]
    public async Task The_update_is_the_rate_times_gradient_and_for_weights_L2(int layers, double l2)
    {
        using LessonRun run = new(
            BoundaryState.Default with
            {
                HiddenLayers = layers,
                Training = TrainingChoice.Default with { L2 = l2 },
            }
        );
        run.Epochs(1);
        MinibatchWalk walk = await WalkAsync(run);
        Assert.Equal(run.Experiment.Shown.Spec.ParameterCount, walk.Parameters.Count);
        foreach (WalkedParameter parameter in walk.Parameters)
        {
            bool isWeight = parameter.Name.Contains("weight", StringComparison.Ordinal);
            double slope = parameter.Gradient + (isWeight ? l2 * parameter.Before : 0);
            double room = FloatRounding * Math.Max(1, Math.Abs(parameter.Before));
            Assert.Equal(-0.3 * slope, (double)parameter.After - parameter.Before, room);
        }

        Assert.Equal(l2 > 0, walk.Explanation.Contains("L2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_walk_leaves_the_training_where_a_plain_minibatch_does()
    {
        using LessonRun walked = new(LessonRun.Eight);
        using LessonRun plain = new(LessonRun.Eight);
        for (int n = 0; n < 5; n++)
        {
            await WalkAsync(walked);
            await plain.Lesson.StepAsync(wholeEpoch: false);
        }

        Assert.Equal(plain.Parameters, walked.Parameters);
        Assert.Equal(plain.Experiment.Trainer.Minibatch, walked.Experiment.Trainer.Minibatch);
        Assert.Equal(plain.Experiment.Trainer.NextSamples, walked.Experiment.Trainer.NextSamples);
    }

    [Fact]
    public async Task Nothing_is_updated_before_the_last_phase()
    {
        using LessonRun run = new(LessonRun.Eight);
        float[] before = run.Parameters;
        MinibatchWalk walk = await MinibatchWalk.StartAsync(run.Lesson);
        for (int phase = 0; phase < 3; phase++)
        {
            Assert.Equal(phase, walk.Phase);
            Assert.Equal(before, run.Parameters);
            Assert.True(walk.Fits(run.Lesson));
            await walk.AdvanceAsync(run.Lesson);
        }

        Assert.NotEqual(before, run.Parameters);
        Assert.Equal(run.Parameters, run.Experiment.Shown.Parameters);
        Assert.True(walk.Fits(run.Lesson));
    }

    [Fact]
    public async Task Whatever_else_moves_the_network_ends_the_walk()
    {
        await EndsAsync(run => run.Lesson.StepAsync(wholeEpoch: false));
        await EndsAsync(run => run.Lesson.RestartAsync());
        await EndsAsync(run =>
        {
            run.ChangeTraining(choice => choice with { BatchSize = 20 });
            return Task.CompletedTask;
        });
        await EndsAsync(run =>
        {
            run.Change(state => state with { Edited = PointList.Of(run.Lesson.Points.Train.Skip(1)) });
            return Task.CompletedTask;
        });
        await EndsAsync(run =>
        {
            run.Lesson.View(1);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_walk_from_an_earlier_epoch_goes_back_to_it()
    {
        using LessonRun run = new(LessonRun.Eight);
        run.Epochs(5);
        run.Lesson.View(2);
        MinibatchWalk walk = await MinibatchWalk.StartAsync(run.Lesson);
        Assert.Equal(2, run.Epoch);
        Assert.True(walk.Fits(run.Lesson));
    }

    [Fact]
    public async Task An_update_that_is_not_made_is_not_claimed()
    {
        using LessonRun run = new(
            BoundaryState.Default with
            {
                Shape = PointShape.Xor,
                HiddenLayers = 3,
                Neurons = 16,
                Training = TrainingChoice.Default with { Activation = Activation.Identity, LearningRate = 10 },
            }
        );
        for (int n = 0; n < 5000 && !run.Experiment.Trainer.HasDiverged; n++)
        {
            MinibatchWalk walk = await WalkAsync(run);
            bool made = walk.Parameters.Any(parameter => parameter.After != parameter.Before);
            Assert.True(made || walk.Explanation.Contains("not made", StringComparison.Ordinal));
        }

        Assert.True(run.Experiment.Trainer.HasDiverged);
    }

    private static async Task EndsAsync(Func<LessonRun, Task> change)
    {
        using LessonRun run = new(LessonRun.Eight);
        run.Epochs(3);
        MinibatchWalk walk = await MinibatchWalk.StartAsync(run.Lesson);
        Assert.True(walk.Fits(run.Lesson));
        await change(run);
        Assert.False(walk.Fits(run.Lesson));
    }

    private static async Task<MinibatchWalk> WalkAsync(LessonRun run)
    {
        MinibatchWalk walk = await MinibatchWalk.StartAsync(run.Lesson);
        for (int phase = 0; phase < 3; phase++)
        {
            await walk.AdvanceAsync(run.Lesson);
        }

        return walk;
    }
}
