using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Exercises.Tests.Fakes;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

/// <summary>With an engine that takes its time.</summary>
public sealed class HeldLessonTests : IDisposable
{
    private readonly HeldRunners _runners = new();
    private readonly SynchronizationContext? _before = SynchronizationContext.Current;

    public HeldLessonTests() => SynchronizationContext.SetSynchronizationContext(new InlineContext());

    public void Dispose() => SynchronizationContext.SetSynchronizationContext(_before);

    [Fact]
    public void Many_changes_while_it_trains_end_at_the_last()
    {
        using LessonRun run = Trained();
        for (int n = 1; n <= 20; n++)
        {
            int neurons = (n % 16) + 1;
            run.Change(state => state with { Neurons = neurons, HiddenLayers = 1 + (neurons % 3) });
            run.ChangeTraining(choice => choice with { LearningRate = 0.01 * neurons });
            run.Tick(1);
            _runners.Release();
        }

        Settle(run);
        Assert.Equal(run.Lesson.State.Spec(Activation.ReLU), run.Experiment.Shown.Spec);
        Assert.Equal(1, _runners.Alive);
    }

    [Fact]
    public void The_network_before_stays_on_the_page_until_the_next_is_there()
    {
        using LessonRun run = Trained();
        Experiment before = run.Experiment;
        run.Change(state => state with { Neurons = 3 });
        Assert.Same(before, run.Lesson.Experiment);
        Settle(run);
        Assert.NotSame(before, run.Lesson.Experiment);
    }

    [Fact]
    public void Steps_pressed_faster_than_they_are_done_are_all_done()
    {
        using LessonRun run = Trained();
        int epoch = run.Epoch;
        run.Epochs(5);
        Settle(run);
        Assert.Equal(epoch + 5, run.Epoch);
    }

    [Fact]
    public void Points_added_faster_than_they_are_taken_are_all_taken()
    {
        using LessonRun run = Trained();
        PointEditor editor = new(run.Lesson);
        run.Lesson.Tool = PointTool.AddPneumonia;
        for (int n = 0; n < 5; n++)
        {
            editor.Down(0.1 * n, -0.1 * n);
        }

        Settle(run);
        Assert.Equal(125, run.Lesson.Points.Train.Count);
    }

    [Fact]
    public void A_pause_while_settings_are_taken_over_is_kept()
    {
        using LessonRun run = Trained();
        _ = run.Lesson.TrainAsync();
        Settle(run);
        run.Tick(2);
        run.ChangeTraining(choice => choice with { LearningRate = 0.1 });
        _runners.Release();
        _ = run.Lesson.PauseAsync();
        Settle(run);
        Assert.False(run.Lesson.IsTraining);
        Assert.Equal(0.1, run.Lesson.State.Training.LearningRate);
    }

    [Fact]
    public void A_lesson_left_while_it_works_lets_go_of_its_engine()
    {
        LessonRun run = Trained();
        _ = run.Lesson.TrainAsync();
        Settle(run);
        run.Tick(1);
        run.ChangeTraining(choice => choice with { LearningRate = 0.1 });
        run.Dispose();
        Settle(run);
        Assert.Equal(0, _runners.Alive);
        Assert.False(run.Lesson.IsTraining);
    }

    [Fact]
    public async Task A_race_that_is_over_lets_go_of_both_engines()
    {
        using LessonRun run = Trained();
        Task<Race> start = Race.StartAsync(run.Lesson, _runners, run.Frames);
        Settle(run);
        run.Tick(1);
        Settle(run);
        Assert.True(start.IsCompletedSuccessfully);
        Race race = await start;
        Assert.Equal(3, _runners.Alive);
        await race.DisposeAsync();
        Assert.Equal(1, _runners.Alive);
    }

    private LessonRun Trained()
    {
        LessonRun run = new(LessonRun.Eight, _runners);
        Settle(run);
        run.Epochs(2);
        Settle(run);
        return run;
    }

    private void Settle(LessonRun run)
    {
        do
        {
            _runners.ReleaseAll();
        } while (run.Frames.RunTasks());

        Assert.Null(run.Lesson.Ready.Exception);
        Assert.True(run.Lesson.Ready.IsCompletedSuccessfully, run.Lesson.Ready.Status.ToString());
    }
}
