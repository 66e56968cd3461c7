using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Networks;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

public sealed class RaceTests
{
    private const int RowsOfAShare = 4;

    [Fact]
    public async Task Both_start_from_the_weights_of_the_epoch_that_is_shown()
    {
        using LessonRun run = new(LessonRun.Eight);
        run.Epochs(8);
        run.Lesson.View(5);
        float[] shown = run.Experiment.Shown.Parameters.ToArray();
        await using Race race = await StartAsync(run);
        Assert.Equal(5, race.StartEpoch);
        Assert.Equal(shown, race.First.Experiment.Shown.Parameters);
        Assert.Equal(shown, race.Second.Experiment.Shown.Parameters);
        Assert.Equal((5, 5), (race.First.Experiment.Trainer.Epoch, race.Second.Experiment.Trainer.Epoch));
    }

    [Fact]
    public async Task Equal_settings_give_equal_curves_bit_for_bit_and_those_of_the_stage()
    {
        using LessonRun run = new(LessonRun.Eight with { Rival = TrainingChoice.Default });
        run.Epochs(3);
        await using Race race = await StartAsync(run);
        Run(run, race, epochs: 40);
        await race.PauseAsync();
        int common = Math.Min(race.First.Experiment.Trainer.Epoch, race.Second.Experiment.Trainer.Epoch);
        (int, double)[] first = Curve(race.First.Experiment, common);
        Assert.Equal(first, Curve(race.Second.Experiment, common));
        run.Epochs(common - 3);
        Assert.Equal(Curve(run.Experiment, common), first);
    }

    [Fact]
    public async Task The_network_of_the_stage_is_left_alone()
    {
        using LessonRun run = new(LessonRun.Eight);
        run.Epochs(4);
        float[] parameters = run.Parameters;
        (int, double, double)[] history = run.History();
        await using Race race = await StartAsync(run);
        Run(run, race, epochs: 20);
        Assert.Equal(parameters, run.Parameters);
        Assert.Equal(parameters, run.Experiment.Shown.Parameters);
        Assert.Equal(history, run.History());
        Assert.Equal(4, run.Epoch);
    }

    [Fact]
    public async Task They_stay_side_by_side()
    {
        using LessonRun run = new(LessonRun.Eight);
        await using Race race = await StartAsync(run);
        Run(run, race, epochs: 20);
        Assert.InRange(race.First.Experiment.Trainer.Epoch - race.Second.Experiment.Trainer.Epoch, -1, 1);
    }

    [Fact]
    public async Task The_planes_are_whole_at_a_pause_when_their_rows_have_come()
    {
        using LessonRun run = new(LessonRun.Eight);
        run.Epochs(4);
        await using Race race = await StartAsync(run);
        Run(run, race, epochs: 21);
        await race.PauseAsync();
        run.Tick(2 * PlaneField.Side);
        Assert.False(run.Frames.IsAwaited);
        AssertWhole(race);
    }

    [Fact]
    public async Task No_frame_draws_more_of_a_plane_than_its_share()
    {
        using LessonRun run = Slow();
        await using Race race = await StartAsync(run);
        Assert.Equal((0, 0), (RowsOf(race.First), RowsOf(race.Second)));
        _ = race.RunAsync();
        Assert.Equal((0, 0), (RowsOf(race.First), RowsOf(race.Second)));
        int drawn = 0;
        while (RowsOf(race.First) < PlaneField.Side)
        {
            run.Tick(1);
            Assert.InRange(RowsOf(race.First) - drawn, 0, RowsOfAShare);
            drawn = RowsOf(race.First);
        }
    }

    [Fact]
    public async Task A_pause_draws_nothing_before_the_next_frame_and_no_more_than_a_share_in_each()
    {
        using LessonRun run = Slow();
        await using Race race = await StartAsync(run);
        Run(run, race, epochs: 40);
        float[] before = [.. race.First.Field.Scores];
        await race.PauseAsync();
        Assert.Equal(before, race.First.Field.Scores);
        while (run.Frames.IsAwaited)
        {
            before = [.. race.First.Field.Scores];
            run.Tick(1);
            int changed = before.Zip(race.First.Field.Scores).Count(pair => !pair.First.Equals(pair.Second));
            Assert.InRange(changed, 0, PlaneField.Side * RowsOfAShare);
        }

        AssertWhole(race);
    }

    [Fact]
    public async Task At_a_pause_the_numbers_are_those_of_the_epoch_that_was_reached()
    {
        using LessonRun run = new(LessonRun.Eight);
        await using Race race = await StartAsync(run);
        Run(run, race, epochs: 5);
        await race.PauseAsync();
        Assert.Equal(race.First.Experiment.Trainer.Epoch, race.First.Experiment.Now.Epoch);
        Assert.Equal(race.Second.Experiment.Trainer.Epoch, race.Second.Experiment.Now.Epoch);
    }

    [Fact]
    public async Task A_rival_may_have_another_activation()
    {
        using LessonRun run = new(
            LessonRun.Eight with
            {
                Rival = TrainingChoice.Default with { Activation = Activation.Tanh },
            }
        );
        await using Race race = await StartAsync(run);
        Run(run, race, epochs: 10);
        Assert.Equal(run.Lesson.State.Spec(Activation.Tanh), race.Second.Experiment.Shown.Spec);
        Assert.NotEqual(race.First.Experiment.Shown.Parameters.ToArray(), race.Second.Experiment.Shown.Parameters.ToArray());
    }

    // A look at the clock takes nearly all of the time that a plane has in a frame.
    private static LessonRun Slow()
    {
        LessonRun run = new(LessonRun.Eight);
        run.Frames.MsPerLook = 4;
        return run;
    }

    private static async Task<Race> StartAsync(LessonRun run)
    {
        Task<Race> start = Race.StartAsync(run.Lesson, new TextbookRunnerFactory(), run.Frames);
        Assert.False(start.IsCompleted); // two copies of a network are more than one task should make
        run.Tick(1);
        return await start;
    }

    private static void Run(LessonRun run, Race race, int epochs)
    {
        int from = race.Second.Experiment.Trainer.Epoch;
        _ = race.RunAsync();
        while (race.Second.Experiment.Trainer.Epoch < from + epochs)
        {
            run.Tick(1);
        }
    }

    private static (int, double)[] Curve(Experiment experiment, int epochs) =>
        [.. experiment.History.Where(record => record.Epoch <= epochs).Select(record => (record.Epoch, record.Train.Loss))];

    // What hasn't been computed yet is no number.
    private static int RowsOf(Contestant contestant) =>
        contestant.Field.Scores.Count(score => !float.IsNaN(score)) / PlaneField.Side;

    private static void AssertWhole(Race race)
    {
        foreach (Contestant contestant in (Contestant[])[race.First, race.Second])
        {
            PlaneField whole = new(BoundaryLesson.Scale);
            whole.Restart(contestant.Experiment.Shown);
            whole.Advance(contestant.Experiment.Shown, PlaneField.Side);
            Assert.Equal(whole.Scores, contestant.Field.Scores);
        }
    }
}
