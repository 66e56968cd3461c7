namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>Does one thing after another, in the order in which they were asked for: an engine takes one call at a time.</summary>
/// <param name="failed">Told what went wrong, once.</param>
internal sealed class WorkQueue(Action<Exception> failed)
{
    /// <summary>Completes when all that was asked for so far is done; carries what the last of it threw.</summary>
    public Task Ready { get; private set; } = Task.CompletedTask;

    /// <summary>Does this when its turn comes. The task completes then, and never fails.</summary>
    public Task AddAsync(Func<Task> work)
    {
        Ready = RunAfterAsync(Ready, work);
        Watch(Ready);
        return SettledAsync(Ready);
    }

    /// <summary>Tells of a failure that no event handler waits for.</summary>
    public async void Watch(Task work)
    {
        await SettledAsync(work);
        if (work.Exception is { } error)
        {
            failed(error.InnerException ?? error);
        }
    }

    private static async Task RunAfterAsync(Task before, Func<Task> work)
    {
        // What went wrong before has been told; a new state is a new start.
        await SettledAsync(before);
        await work();
    }

    private static async Task SettledAsync(Task work) =>
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
}
