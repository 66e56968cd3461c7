using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Shared;

/// <summary>Takes something on with the page's frames, at most once in each, until the last step or until it is paused.</summary>
/// <param name="frames">Gives the time.</param>
/// <param name="advance">Takes it on by so many steps, and can pause it too; false at the last.</param>
public sealed class Player(IFrameClock frames, Func<int, bool> advance) : IDisposable
{
    // After a rest, as of a hidden page, it doesn't jump.
    private const double MostMs = 100;

    private int _run; // each start is a run of its own, so that an old one ends

    /// <summary>Whether it is on its way.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Steps a second; without it, one in each frame.</summary>
    public double? Speed { get; set; }

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
        double last = frames.NowMs;
        double due = 0;
        while (IsRunning && run == _run)
        {
            await frames.NextFrameAsync();
            if (!IsRunning || run != _run)
            {
                return;
            }

            double now = frames.NowMs;
            due = Speed is { } speed ? due + (Math.Min(now - last, MostMs) * speed / 1000) : 1;
            last = now;
            int steps = (int)due;
            due -= steps;
            if (steps > 0 && !advance(steps) && run == _run)
            {
                Pause();
            }
        }
    }

    /// <summary>Stops where it is.</summary>
    public void Pause() => IsRunning = false;

    /// <inheritdoc/>
    public void Dispose() => Pause();
}
