using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Exercises.Tests.Fakes;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

/// <summary>A lesson at a state, with frames that the test lets come. What fails in the background fails the test.</summary>
internal sealed class LessonRun : IDisposable
{
    private readonly List<Exception> _failures = [];

    public LessonRun(BoundaryState state, INetworkRunnerFactory? runners = null)
    {
        Lesson = new BoundaryLesson(runners ?? new TextbookRunnerFactory(), Frames);
        Lesson.Failed += _failures.Add;
        Lesson.Load(state);
        Lesson.EnsureBuilt();
    }

    public FakeFrames Frames { get; } = new() { MsPerLook = 1 };

    public BoundaryLesson Lesson { get; }

    public Experiment Experiment => Lesson.Experiment!;

    public int Epoch => Experiment.Trainer.Epoch;

    /// <summary>The parameters of the moment that is shown.</summary>
    public float[] Parameters => Lesson.Shown!.Snapshot.State.Parameters;

    /// <summary>One layer of eight, which is enough for all but the spiral.</summary>
    public static BoundaryState Eight => BoundaryState.Default with { HiddenLayers = 1 };

    /// <summary>Presses Train and lets so many frames come.</summary>
    public Task Train(int frames)
    {
        Task run = Lesson.TrainAsync();
        Tick(frames);
        return run;
    }

    /// <summary>So many epochs and no more.</summary>
    public void Epochs(int count)
    {
        for (int epoch = 0; epoch < count; epoch++)
        {
            _ = Lesson.StepAsync(wholeEpoch: true);
        }
    }

    public void Tick(int frames)
    {
        for (int frame = 0; frame < frames; frame++)
        {
            Frames.Tick();
        }
    }

    /// <summary>Changes the state and lets the tasks come in which the network is made to fit it.</summary>
    public void Change(Func<BoundaryState, BoundaryState> change)
    {
        Lesson.Change(change);
        Frames.RunTasks();
    }

    public void ChangeTraining(Func<TrainingChoice, TrainingChoice> change) =>
        Change(state => state with { Training = change(state.Training) });

    /// <summary>Epoch and both losses of every record.</summary>
    public (int, double, double)[] History() =>
        [.. Experiment.History.Select(record => (record.Epoch, record.Train.Loss, record.Test.Loss))];

    public void Dispose()
    {
        Lesson.Dispose();
        Assert.Empty(_failures);
    }
}
