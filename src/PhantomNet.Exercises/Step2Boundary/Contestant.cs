using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>One of two trainings in a race.</summary>
public sealed class Contestant : IAsyncDisposable
{
    private readonly PlaneDrawing _drawing;

    private Contestant(Experiment experiment, TrainingChoice choice, IFrameClock frames)
    {
        Experiment = experiment;
        Choice = choice;
        _drawing = new PlaneDrawing(Field, frames, () => Drawn?.Invoke());
        _drawing.Take(experiment.Shown);
    }

    /// <summary>Raised when some rows of its plane have been computed anew.</summary>
    public event Action? Drawn;

    /// <summary>Its training.</summary>
    public Experiment Experiment { get; }

    /// <summary>Its settings.</summary>
    public TrainingChoice Choice { get; }

    /// <summary>What it answers all over the plane.</summary>
    public PlaneField Field { get; } = new(BoundaryLesson.Scale);

    /// <summary>A training from the moment that the stage shows, with these settings.</summary>
    public static async Task<Contestant> ForkAsync(
        BoundaryLesson lesson,
        INetworkRunnerFactory runners,
        IFrameClock frames,
        TrainingChoice choice
    )
    {
        Experiment experiment = await lesson.Experiment!.ForkAsync(
            runners,
            choice.Settings,
            lesson.State.WeightSeed,
            otherSpec: lesson.State.Spec(choice.Activation),
            from: lesson.Shown!.Snapshot
        );
        return new Contestant(experiment, choice, frames);
    }

    /// <summary>Computes its plane anew, some rows a frame. The task ends when the plane is whole.</summary>
    public Task RedrawAsync() => _drawing.RedrawAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _drawing.Dispose();
        return Experiment.DisposeAsync();
    }
}
