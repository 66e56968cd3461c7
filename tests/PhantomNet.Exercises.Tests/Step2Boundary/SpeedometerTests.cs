using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

public sealed class SpeedometerTests
{
    private const string Engine = "an engine";
    private const double MinibatchesPerEpoch = 12;

    private readonly Speedometer _speed = new();

    [Fact]
    public void Nothing_is_told_before_a_fifth_of_a_second_and_then_what_was_done_by_time()
    {
        _speed.Start();
        _speed.Add(Engine, nowMs: 1000, done: 50);
        _speed.Add(Engine, nowMs: 1199, done: 4);
        Assert.Null(_speed.PerSecond);
        _speed.Add(Engine, nowMs: 1250, done: 6);
        Assert.Equal(10 / 0.25, _speed.PerSecond!.Value, 1e-9);
    }

    [Fact]
    public void What_was_done_more_than_a_second_ago_no_longer_counts()
    {
        for (int ms = 0; ms <= 1000; ms += 100)
        {
            _speed.Add(Engine, ms, done: 1);
        }

        Assert.Equal(10, _speed.PerSecond!.Value, 1e-9);
        for (int ms = 1100; ms <= 2000; ms += 100)
        {
            _speed.Add(Engine, ms, done: 5);
        }

        Assert.Equal(50, _speed.PerSecond!.Value, 1e-9);
    }

    [Fact]
    public void A_rest_is_not_counted_and_what_was_measured_stays_until_there_is_more_to_tell()
    {
        _speed.Add(Engine, nowMs: 0, done: 1);
        _speed.Add(Engine, nowMs: 500, done: 10);
        _speed.Start();
        _speed.Add(Engine, nowMs: 60_000, done: 1);
        Assert.Equal(20, _speed.PerSecond!.Value, 1e-9);
        _speed.Add(Engine, nowMs: 60_250, done: 10);
        Assert.Equal(40, _speed.PerSecond!.Value, 1e-9);
    }

    [Fact]
    public void Another_engine_is_measured_anew()
    {
        _speed.Add(Engine, nowMs: 0, done: 1);
        _speed.Add(Engine, nowMs: 500, done: 10);
        _speed.Add("another", nowMs: 600, done: 1);
        Assert.Null(_speed.PerSecond);
        _speed.Add("another", nowMs: 850, done: 10);
        Assert.Equal(40, _speed.PerSecond!.Value, 1e-9);
    }

    [Fact]
    public void The_time_in_which_an_engine_is_made_does_not_count()
    {
        LateRunners runners = new();
        using LessonRun run = new(LessonRun.Eight, runners);
        runners.Clock = run.Frames;
        run.Frames.MsPerLook = 0;
        AssertSteady(run);

        // Other settings take another engine, which is made while the training goes on.
        run.ChangeTraining(choice => choice with { LearningRate = 0.1 });
        Assert.True(run.Lesson.IsTraining);
        Assert.Null(run.Lesson.Speed.PerSecond);
        AssertSteady(run);

        _ = run.Lesson.PauseAsync();
        Assert.Equal("late", run.Experiment.Engine);
        Assert.NotNull(run.Lesson.Speed.PerSecond);
        _ = run.Lesson.RestartAsync();
        Assert.Equal("textbook C#", run.Experiment.Engine);
        Assert.Null(run.Lesson.Speed.PerSecond);
    }

    private static void AssertSteady(LessonRun run)
    {
        _ = run.Lesson.TrainAsync();
        List<double> told = [];
        for (int frame = 0; frame < 300; frame++)
        {
            run.Tick(1);
            told.AddRange(run.Lesson.Speed.PerSecond is { } speed ? [speed] : []);
        }

        Assert.NotEmpty(told);
        Assert.All(told, speed => Assert.Equal(1000 / LateRunners.MsPerMinibatch / MinibatchesPerEpoch, speed, 1e-6));
    }
}
