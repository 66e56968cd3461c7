using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

public sealed class PointEditorTests
{
    [Fact]
    public void Points_are_added_moved_and_removed_and_the_weights_stay()
    {
        using LessonRun run = new(LessonRun.Eight);
        run.Epochs(5);
        float[] weights = run.Parameters;
        IReadOnlyList<LabelledPoint> test = run.Lesson.Points.Test;
        PointEditor editor = new(run.Lesson);

        run.Lesson.Tool = PointTool.AddNormal;
        editor.Down(1.19, 1.19);
        run.Frames.RunTasks();
        Assert.Equal(new LabelledPoint(1.19, 1.19, 0), run.Lesson.Points.Train[^1]);
        run.Lesson.Tool = PointTool.AddPneumonia;
        editor.Down(-5, 5);
        run.Frames.RunTasks();
        Assert.Equal(new LabelledPoint(-1.2, 1.2, 1), run.Lesson.Points.Train[^1]);
        Assert.Equal(122, run.Lesson.Points.Train.Count);

        run.Lesson.Tool = PointTool.Move;
        editor.Down(1.1, 1.19);
        run.Frames.RunTasks();
        Assert.True(editor.IsMoving);
        editor.Move(0.5, 0.502);
        run.Frames.RunTasks();
        editor.Move(0.6, 0.602);
        run.Frames.RunTasks();
        editor.Up();
        editor.Move(0, 0);
        run.Frames.RunTasks();
        Assert.Equal(new LabelledPoint(0.6, 0.602, 0), run.Lesson.Points.Train[^2]);

        run.Lesson.Tool = PointTool.Remove;
        editor.Down(-1.2, 1.2);
        run.Frames.RunTasks();
        Assert.Equal(121, run.Lesson.Points.Train.Count);
        Assert.Equal(weights, run.Parameters);
        Assert.Equal(5, run.Epoch);
        Assert.Equal(test, run.Lesson.Points.Test);
    }

    [Fact]
    public void The_press_that_adds_a_point_leaves_the_network_to_a_task_of_its_own()
    {
        using LessonRun run = new(LessonRun.Eight);
        Experiment before = run.Experiment;
        run.Lesson.Tool = PointTool.AddNormal;
        PointEditor editor = new(run.Lesson);
        editor.Down(1, 1);
        editor.Down(1, -1);
        Assert.Equal(122, run.Lesson.State.Edited!.Points.Count);
        Assert.Same(before, run.Experiment);
        Assert.Equal(120, run.Lesson.Points.Train.Count);
        run.Frames.RunTasks();
        Assert.NotSame(before, run.Experiment);
        Assert.Equal(122, run.Lesson.Points.Train.Count);
    }

    [Fact]
    public async Task Points_can_be_changed_in_the_middle_of_an_epoch()
    {
        using LessonRun run = new(LessonRun.Eight);
        await run.Lesson.StepAsync(wholeEpoch: false);
        run.Lesson.Tool = PointTool.AddNormal;
        new PointEditor(run.Lesson).Down(1, 1);
        run.Frames.RunTasks();
        Assert.Equal([0], run.Lesson.Experiment!.History.Select(record => record.Epoch));
        Assert.Equal(1, run.Lesson.Experiment.Trainer.Minibatch);
        await run.Lesson.StepAsync(wholeEpoch: true);
        Assert.Equal([0, 1], run.Lesson.Experiment.History.Select(record => record.Epoch));
    }

    [Fact]
    public void Removing_or_moving_where_there_is_no_point_changes_nothing()
    {
        using LessonRun run = new(BoundaryState.Default);
        PointEditor editor = new(run.Lesson);
        foreach (PointTool tool in (PointTool[])[PointTool.Remove, PointTool.Move, PointTool.Look])
        {
            run.Lesson.Tool = tool;
            editor.Down(1.2, 1.2);
            editor.Move(0, 0);
        }

        Assert.Null(run.Lesson.State.Edited);
    }

    [Fact]
    public void Without_points_there_is_a_problem_and_with_points_again_the_weights_are_back()
    {
        using LessonRun run = new(LessonRun.Eight);
        run.Epochs(5);
        float[] weights = run.Parameters;
        PointEditor editor = new(run.Lesson);
        editor.Clear();
        run.Frames.RunTasks();
        Assert.Null(run.Lesson.Experiment);
        Assert.NotNull(run.Lesson.Problem);
        Assert.Null(run.Lesson.Shown);
        _ = run.Lesson.StepAsync(wholeEpoch: true);
        run.Lesson.View(2);
        run.ChangeTraining(choice => choice with { LearningRate = 0.1 });
        Assert.NotNull(run.Lesson.Problem);
        editor.Restore();
        run.Frames.RunTasks();
        Assert.Null(run.Lesson.Problem);
        Assert.Equal(weights, run.Parameters);
        Assert.Equal(120, run.Lesson.Points.Train.Count);
        run.Epochs(1);
        Assert.Equal(6, run.Epoch);
    }

    [Fact]
    public void An_address_without_points_can_be_drawn_on()
    {
        using LessonRun run = new(LessonRun.Eight with { Edited = PointList.Of([]) });
        Assert.NotNull(run.Lesson.Problem);
        PointEditor editor = new(run.Lesson);
        run.Lesson.Tool = PointTool.AddNormal;
        editor.Down(0.1, 0.1);
        run.Frames.RunTasks();
        Assert.Null(run.Lesson.Problem);
        run.Epochs(2);
        Assert.Equal(2, run.Epoch);
    }

    [Fact]
    public void No_more_points_are_added_than_an_address_can_hold()
    {
        using LessonRun run = new(
            BoundaryState.Default with
            {
                Edited = PointList.Of(PointSampler.Draw(PointShape.Xor, PointList.MaxPoints, 0, seed: 1)),
            }
        );
        run.Lesson.Tool = PointTool.AddNormal;
        new PointEditor(run.Lesson).Down(0, 0);
        run.Frames.RunTasks();
        Assert.Equal(PointList.MaxPoints, run.Lesson.Points.Train.Count);
    }
}
