using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>Takes the window over the image, one place a frame, until it is paused or at the end.</summary>
public sealed class WindowTour(IFrameClock frames, Func<bool> advance) : IDisposable
{
    private int _tour;
    private bool _disposed;

    /// <summary>Whether it is on its way.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Starts, or pauses; the task ends when it stands still.</summary>
    public async Task ToggleAsync()
    {
        if (IsRunning)
        {
            Pause();
            return;
        }

        IsRunning = true;
        int tour = ++_tour;
        while (tour == _tour && IsRunning)
        {
            await frames.NextFrameAsync();
            // To advance can pause it, too.
            if (tour == _tour && IsRunning && !_disposed && !advance())
            {
                Pause();
            }
        }
    }

    /// <summary>Stops where it is.</summary>
    public void Pause() => IsRunning = false;

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        Pause();
    }
}
