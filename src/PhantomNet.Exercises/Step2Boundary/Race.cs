using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>
/// Two trainings from the same weights, epoch by epoch side by side. The network of the stage is left where it is.
/// </summary>
public sealed class Race : IAsyncDisposable
{
    private const double MsPerFrame = 18;

    private readonly TrainingLoop _loop;

    private Race(IFrameClock frames, Contestant first, Contestant second, int startEpoch)
    {
        First = first;
        Second = second;
        StartEpoch = startEpoch;
        _loop = new TrainingLoop(frames, MsPerFrame, RunEpochAsync, LookAsync);
    }

    /// <summary>Raised at most once a frame.</summary>
    public event Action? Ticked;

    /// <summary>With the settings of the stage.</summary>
    public Contestant First { get; }

    /// <summary>With the rival's.</summary>
    public Contestant Second { get; }

    /// <summary>Where both began.</summary>
    public int StartEpoch { get; }

    /// <summary>Whether it is on.</summary>
    public bool IsRunning => _loop.IsRunning;

    /// <summary>Whether either can go on.</summary>
    public bool CanRun => First.Experiment.CanTrain || Second.Experiment.CanTrain;

    /// <summary>Puts both at the moment that the stage shows.</summary>
    public static async Task<Race> StartAsync(BoundaryLesson lesson, INetworkRunnerFactory runners, IFrameClock frames)
    {
        Contestant first = await Contestant.ForkAsync(lesson, runners, frames, lesson.State.Training);
        await frames.NextTaskAsync(); // each copies and judges a network
        Contestant second = await Contestant.ForkAsync(lesson, runners, frames, lesson.State.Rival);
        return new Race(frames, first, second, lesson.Shown!.Epoch);
    }

    /// <summary>Goes on until <see cref="PauseAsync"/>. The task ends when both planes show where that was.</summary>
    public async Task RunAsync()
    {
        _ = RedrawAsync();
        await _loop.RunAsync();
        await RedrawAsync();
    }

    /// <summary>Stops after the slice under way, and looks at where both are then.</summary>
    public async Task PauseAsync()
    {
        await _loop.StopAsync();
        await LookAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _loop.Dispose();
        await _loop.StopAsync();
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }

    // The one that is behind trains next, so that they stay side by side.
    private async ValueTask<int> RunEpochAsync(int units, CancellationToken cancellation)
    {
        Contestant? next = new[] { First, Second }
            .Where(contestant => contestant.Experiment.CanTrain)
            .MinBy(contestant => contestant.Experiment.Trainer.Epoch);
        if (next is null)
        {
            return 0;
        }

        await next.Experiment.TrainEpochAsync();
        return 1;
    }

    private async Task LookAsync()
    {
        await First.Experiment.LookAsync();
        await Second.Experiment.LookAsync();
        _ = RedrawAsync();
        Ticked?.Invoke();
    }

    // Whoever runs the race waits for the last of these, and so hears of what goes wrong in them.
    private Task RedrawAsync() => Task.WhenAll(First.RedrawAsync(), Second.RedrawAsync());
}
