using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>Moves something on with the page's frames, so many places a second and at most once a frame.</summary>
/// <param name="clock">The page's frames.</param>
/// <param name="move">Moves on by so many places; false at the end.</param>
internal sealed class WindowPlayer(IFrameClock clock, Func<int, bool> move) : IDisposable
{
    // After a rest, as of a hidden page, it doesn't jump.
    private const double MostMs = 100;

    private int _run; // each start is a run of its own, so that an old one ends

    /// <summary>Whether it goes on at the next frame.</summary>
    public bool IsPlaying { get; private set; }

    /// <summary>Places a second.</summary>
    public double Speed { get; set; } = 4;

    /// <summary>Plays until it is stopped or at the end.</summary>
    public async Task PlayAsync()
    {
        int run = ++_run;
        IsPlaying = true;
        double last = clock.NowMs;
        double due = 0;
        while (true)
        {
            await clock.NextFrameAsync();
            if (run != _run)
            {
                return;
            }

            double now = clock.NowMs;
            due += Math.Min(now - last, MostMs) * Speed / 1000;
            last = now;
            int places = (int)due;
            due -= places;
            if (places > 0 && !move(places))
            {
                Stop();
                return;
            }
        }
    }

    /// <summary>Moves no further.</summary>
    public void Stop()
    {
        _run++;
        IsPlaying = false;
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();
}
