using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Shared;

/// <summary>Takes something on, a step at a time with the page's frames, until the last or until it is paused.</summary>
/// <param name="frames">Gives the time.</param>
/// <param name="advance">Takes it on by a step, which can pause it too; false at the last.</param>
/// <param name="msPerStep">How long a step is shown; at 0, for a frame.</param>
public sealed class Player(IFrameClock frames, Func<bool> advance, double msPerStep = 0) : IDisposable
{
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
            if (run != _run || !IsRunning || frames.NowMs - shown < msPerStep)
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
