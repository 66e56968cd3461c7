namespace PhantomNet.Exercises.Shared;

/// <summary>
/// Work in slices, one a frame, so that the page stays alive while a network trains. Within a slice it asks for as many units at a
/// time as take about a quarter of the budget, and looks at the clock in between. Of work that is done elsewhere, in a worker, it asks
/// for a good part of a frame at once: the page is free meanwhile, and each question is a journey.
/// </summary>
/// <param name="clock">The page's frames; a hidden page has none, so the work rests.</param>
/// <param name="budgetMs">How long a slice may take; it can overrun by the last thing that it asked for.</param>
/// <param name="work">
/// Does up to so many units (minibatches, say) and returns how many it did. Fewer are fine; 0 means that there is nothing more to
/// do, and ends the loop.
/// </param>
/// <param name="onFrame">Called after each slice, to draw.</param>
public sealed class TrainingLoop(
    IFrameClock clock,
    double budgetMs,
    Func<int, CancellationToken, ValueTask<int>> work,
    Func<Task> onFrame
) : IDisposable
{
    private const int MaxUnits = 1 << 16;
    private const double ElsewhereMs = 11;

    private CancellationTokenSource? _running;
    private Task _run = Task.CompletedTask;
    private Task _slice = Task.CompletedTask;
    private bool _disposed;

    /// <summary>Whether it goes on at the next frame.</summary>
    public bool IsRunning => _running is { IsCancellationRequested: false };

    /// <summary>
    /// Starts, unless it runs already. The task ends when the loop does, by <see cref="Stop"/> or for want of work, and carries
    /// what the work or the drawing threw: awaited in an event handler, it reaches the page's error boundary.
    /// </summary>
    public Task RunAsync()
    {
        if (!IsRunning && !_disposed)
        {
            _running = new CancellationTokenSource();
            _run = RunAsync(_running);
        }

        return _run;
    }

    /// <summary>Starts no other slice. Safe to call from within the work.</summary>
    public void Stop() => _running?.Cancel();

    /// <summary>Stops and waits for the slice under way, so that the caller can use what it was working on.</summary>
    public async Task StopAsync()
    {
        Stop();
        await _slice.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    /// <summary>Stops for good: what was under way elsewhere can't start it again.</summary>
    public void Dispose()
    {
        _disposed = true;
        Stop();
    }

    private async Task RunAsync(CancellationTokenSource run)
    {
        try
        {
            // A slice of the run before may still be under way.
            await _slice.ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext
            );
            Pace pace = new();
            bool more = true;
            while (more)
            {
                await clock.NextFrameAsync();
                if (run.IsCancellationRequested)
                {
                    return;
                }

                Task<bool> slice = SliceAsync(pace, run.Token);
                _slice = slice;
                more = await slice;
                if (run.IsCancellationRequested)
                {
                    return;
                }

                await onFrame();
            }
        }
        finally
        {
            await run.CancelAsync();
        }
    }

    // Whether there may be more to do.
    private async Task<bool> SliceAsync(Pace pace, CancellationToken cancellation)
    {
        double start = clock.NowMs;
        double now = start;
        while (now - start < budgetMs && !cancellation.IsCancellationRequested)
        {
            ValueTask<int> asked = work(pace.Units, cancellation);
            double targetMs = asked.IsCompleted ? budgetMs / 4 : ElsewhereMs;
            int done = await asked;
            if (done == 0)
            {
                return false;
            }

            double after = clock.NowMs;
            pace.Learn(done, after - now, targetMs);
            now = after;
        }

        return true;
    }

    /// <summary>How many units to ask for at a time.</summary>
    private sealed class Pace
    {
        public int Units { get; private set; } = 1;

        // At most twice as many as were just done: clocks are coarse, and the first units of a kind are the slowest.
        public void Learn(int done, double ms, double targetMs)
        {
            double most = Math.Min(2.0 * done, MaxUnits);
            Units = ms > 0 ? (int)Math.Clamp(done * targetMs / ms, 1, Math.Max(1, most)) : (int)most;
        }
    }
}
