using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>One of two trainings in a race.</summary>
public sealed class Contestant
{
    private const int RowsPerDraw = PlaneField.Side / 4; // of each plane a frame: four frames make a picture

    private Contestant(Experiment experiment, TrainingChoice choice)
    {
        Experiment = experiment;
        Choice = choice;
    }

    /// <summary>Its training.</summary>
    public Experiment Experiment { get; }

    /// <summary>Its settings.</summary>
    public TrainingChoice Choice { get; }

    /// <summary>What it answers all over the plane.</summary>
    public PlaneField Field { get; } = new(BoundaryLesson.Scale);

    /// <summary>A training from the moment that the stage shows, with these settings.</summary>
    public static async Task<Contestant> ForkAsync(BoundaryLesson lesson, INetworkRunnerFactory runners, TrainingChoice choice)
    {
        Experiment experiment = await lesson.Experiment!.ForkAsync(
            runners,
            choice.Settings,
            lesson.State.WeightSeed,
            otherSpec: lesson.State.Spec(choice.Activation),
            from: lesson.Shown!.Snapshot
        );
        return new Contestant(experiment, choice);
    }

    /// <summary>Computes some rows of the plane, and begins again when it is complete; or all rows, from the present network.</summary>
    public void Draw(bool whole)
    {
        if (whole || Field.IsComplete)
        {
            Field.Restart(Experiment.Shown);
        }

        Field.Advance(Experiment.Shown, whole ? PlaneField.Side : RowsPerDraw);
    }
}
