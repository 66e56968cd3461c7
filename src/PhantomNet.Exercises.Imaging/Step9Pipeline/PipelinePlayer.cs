using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>Takes the data from stage to stage, slowly enough to be read, until the last or until it is paused.</summary>
/// <param name="frames">Gives the time.</param>
/// <param name="advance">Goes to the next stage; false at the last.</param>
public sealed class PipelinePlayer(IFrameClock frames, Func<bool> advance) : IDisposable
{
    /// <summary>How long a stage is shown.</summary>
    public const double MsPerStage = 1100;

    private int _run;

    /// <summary>Whether it is on its way.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Goes on from here, or pauses; the task ends when it stands still.</summary>
    public async Task ToggleAsync()
    {
        if (IsRunning)
        {
            Pause();
            return;
        }

        IsRunning = true;
        int run = ++_run;
        double shown = frames.NowMs;
        while (run == _run && IsRunning)
        {
            await frames.NextFrameAsync();
            if (run != _run || !IsRunning || frames.NowMs - shown < MsPerStage)
            {
                continue;
            }

            shown = frames.NowMs;
            IsRunning = advance() && IsRunning;
        }
    }

    /// <summary>Stops where it is.</summary>
    public void Pause() => IsRunning = false;

    /// <inheritdoc/>
    public void Dispose() => Pause();
}
