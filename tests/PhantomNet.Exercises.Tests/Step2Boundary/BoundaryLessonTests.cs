using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

public sealed class BoundaryLessonTests
{
    [Fact]
    public void Training_goes_on_frame_by_frame_until_it_is_paused()
    {
        using LessonRun run = new(LessonRun.Eight);
        Task training = run.Train(frames: 5);
        int first = run.Epoch;
        Assert.True(first > 0);
        run.Tick(5);
        int second = run.Epoch;
        Assert.True(second > first);
        Assert.True(run.Lesson.IsTraining);
        _ = run.Lesson.PauseAsync();
        run.Tick(5);
        Assert.Equal(second, run.Epoch);
        Assert.False(run.Lesson.IsTraining);
        Assert.True(training.IsCompletedSuccessfully);
    }

    [Fact]
    public void One_epoch_is_twelve_minibatches_of_ten()
    {
        using LessonRun run = new(LessonRun.Eight);
        run.Epochs(1);
        Assert.Equal((1, 0, 12L), (run.Epoch, run.Experiment.Trainer.Minibatch, run.Experiment.Now.Snapshot.State.Updates));
        _ = run.Lesson.StepAsync(wholeEpoch: false);
        Assert.Equal((1, 1, 13L), (run.Epoch, run.Experiment.Trainer.Minibatch, run.Experiment.Now.Snapshot.State.Updates));
        run.Epochs(1);
        Assert.Equal((2, 0, 24L), (run.Epoch, run.Experiment.Trainer.Minibatch, run.Experiment.Now.Snapshot.State.Updates));
    }

    [Fact]
    public void The_same_weights_give_the_same_training_bit_for_bit()
    {
        using LessonRun run = new(LessonRun.Eight);
        float[] start = run.Parameters;
        run.Epochs(30);
        (int, double, double)[] history = run.History();
        float[] end = run.Parameters;
        _ = run.Lesson.RestartAsync();
        Assert.Equal(start, run.Parameters);
        Assert.Equal(0, run.Epoch);
        run.Epochs(30);
        Assert.Equal(history, run.History());
        Assert.Equal(end, run.Parameters);
    }

    [Fact]
    public void The_pace_of_the_frames_does_not_change_a_number()
    {
        using LessonRun slow = new(LessonRun.Eight);
        slow.Frames.MsPerLook = 5;
        using LessonRun fast = new(LessonRun.Eight);
        fast.Frames.MsPerLook = 0.5;
        _ = slow.Train(1);
        _ = fast.Train(1);
        while (slow.Epoch < 400)
        {
            slow.Tick(1);
        }

        while (fast.Epoch < 400)
        {
            fast.Tick(1);
        }

        Assert.Equal(
            slow.Experiment.Records.Where(record => record.Epoch <= 400).Select(record => (record.Epoch, record.Train.Loss)),
            fast.Experiment.Records.Where(record => record.Epoch <= 400).Select(record => (record.Epoch, record.Train.Loss))
        );
    }

    [Fact]
    public void New_weights_are_others()
    {
        using LessonRun run = new(LessonRun.Eight);
        float[] start = run.Parameters;
        run.Change(state => state with { WeightSeed = 2 });
        Assert.Equal(start.Length, run.Parameters.Length);
        Assert.NotEqual(start, run.Parameters);
    }

    [Fact]
    public void Looking_back_shows_the_parameters_of_then_and_moves_nothing()
    {
        using LessonRun run = new(LessonRun.Eight);
        run.Epochs(5);
        float[] fifth = run.Parameters;
        run.Epochs(5);
        float[] present = run.Parameters;
        run.Lesson.View(5);
        Assert.Equal(5, run.Lesson.Shown!.Epoch);
        Assert.Equal(fifth, run.Experiment.Shown.Parameters);
        Assert.Equal((10, 10), (run.Epoch, run.Experiment.Now.Epoch));
        run.Lesson.View(10);
        Assert.Null(run.Lesson.Viewed);
        Assert.Equal(present, run.Experiment.Shown.Parameters);
        run.Lesson.View(-1);
        run.Lesson.View(int.MaxValue);
        Assert.Null(run.Lesson.Viewed);
    }

    [Fact]
    public void The_last_record_stands_for_the_present_also_where_the_present_is_not_kept()
    {
        using LessonRun run = new(LessonRun.Eight);
        run.Epochs(154);
        Assert.NotEqual(154, run.Experiment.Records[^1].Epoch);
        run.Lesson.View(3);
        run.Lesson.View(run.Experiment.Records.Count - 1);
        Assert.Equal(154, run.Lesson.Shown!.Epoch);
    }

    [Fact]
    public void Training_on_from_an_earlier_epoch_forgets_what_came_after_and_repeats_it_exactly()
    {
        using LessonRun run = new(LessonRun.Eight with { Training = TrainingChoice.Default.With(OptimizerKind.Adam) });
        run.Epochs(20);
        (int, double, double)[] history = run.History();
        run.Lesson.View(7);
        run.Epochs(1);
        Assert.Equal(8, run.Epoch);
        Assert.Equal(history[..9], run.History());
        run.Epochs(12);
        Assert.Equal(history, run.History());
    }

    [Fact]
    public void Other_settings_keep_the_weights_and_training_goes_on()
    {
        using LessonRun run = new(LessonRun.Eight);
        _ = run.Train(frames: 3);
        int epoch = run.Epoch;
        run.ChangeTraining(choice => choice with { LearningRate = 0.1 });
        Assert.True(run.Epoch >= epoch && run.Lesson.IsTraining);
        Assert.Equal(Enumerable.Range(0, epoch + 1), run.Experiment.Records.Select(record => record.Epoch));
        run.Tick(3);
        Assert.True(run.Epoch > epoch);
        _ = run.Lesson.PauseAsync();
        float[] weights = run.Parameters;
        run.ChangeTraining(choice => choice with { L2 = 0.01, BatchSize = 7 });
        run.ChangeTraining(choice => choice.With(OptimizerKind.Adam));
        Assert.Equal(weights, run.Parameters);
        Assert.False(run.Lesson.IsTraining);
    }

    [Fact]
    public void Settings_changed_within_an_epoch_keep_its_record()
    {
        using LessonRun run = new(LessonRun.Eight);
        run.Epochs(3);
        _ = run.Lesson.StepAsync(wholeEpoch: false);
        run.ChangeTraining(choice => choice with { LearningRate = 0.1 });
        Assert.Equal([0, 1, 2, 3], run.Experiment.Records.Select(record => record.Epoch));
        Assert.Equal((3, 1), (run.Epoch, run.Experiment.Trainer.Minibatch));
    }

    [Theory]
    [InlineData(2, 8, Activation.ReLU, 1)]
    [InlineData(1, 3, Activation.ReLU, 1)]
    [InlineData(1, 8, Activation.Tanh, 1)]
    [InlineData(1, 8, Activation.ReLU, 9)]
    public void Another_structure_or_other_points_start_again(int layers, int neurons, Activation activation, int points)
    {
        using LessonRun run = new(LessonRun.Eight);
        _ = run.Train(frames: 3);
        run.Change(state =>
            state with
            {
                HiddenLayers = layers,
                Neurons = neurons,
                PointSeed = points,
                Training = state.Training with { Activation = activation },
            }
        );
        Assert.Equal(0, run.Epoch);
        Assert.False(run.Lesson.IsTraining);
        Assert.Single(run.Experiment.Records);
        Assert.Equal(run.Lesson.State.Spec(activation), run.Experiment.Shown.Spec);
    }

    [Fact]
    public void Reset_goes_back_to_the_start_also_where_only_the_training_has_moved()
    {
        using LessonRun run = new(BoundaryState.Default);
        run.Epochs(3);
        run.Lesson.Reset();
        Assert.Equal((BoundaryState.Default, 0), (run.Lesson.State, run.Epoch));
    }

    [Fact]
    public void A_lesson_that_is_left_trains_no_more()
    {
        LessonRun run = new(LessonRun.Eight);
        _ = run.Train(frames: 3);
        int epoch = run.Epoch;
        run.Dispose();
        run.Tick(5);
        Assert.Equal(epoch, run.Epoch);
        Assert.False(run.Frames.IsAwaited);
        run.ChangeTraining(choice => choice with { LearningRate = 1 });
        _ = run.Lesson.TrainAsync();
        run.Tick(5);
        Assert.False(run.Lesson.IsTraining);
    }

    [Fact]
    public void Many_changes_at_once_end_at_the_last()
    {
        using LessonRun run = new(LessonRun.Eight);
        _ = run.Train(frames: 2);
        for (int n = 1; n <= 20; n++)
        {
            int neurons = (n % 16) + 1;
            run.Change(state => state with { Neurons = neurons, HiddenLayers = neurons % 4, PointSeed = neurons });
            run.ChangeTraining(choice => choice with { LearningRate = 0.01 * neurons });
            run.Lesson.FocusOn(new NeuronPlace(0, neurons - 1));
            run.Tick(neurons % 3);
        }

        Assert.Equal(run.Lesson.State.Spec(Activation.ReLU), run.Experiment.Shown.Spec);
        Assert.Equal(new BoundaryPoints(run.Lesson.State).Train, run.Lesson.Points.Train);
        run.Tick(30);
        Assert.True(run.Lesson.Field.IsComplete);
    }
}
