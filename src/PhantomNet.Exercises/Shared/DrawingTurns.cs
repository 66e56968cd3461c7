namespace PhantomNet.Exercises.Shared;

/// <summary>
/// Has the parts of a page drawn one after another, after the next frame and in many small tasks: in one they would hold the page
/// for longer than anyone should wait for it.
/// </summary>
/// <param name="frames">The page's frames.</param>
public sealed class DrawingTurns(IFrameClock frames)
{
    // Small parts share a task.
    private const double MsPerTask = 5;

    private readonly PriorityQueue<TaskCompletionSource, int> _waiting = new();
    private int _places;
    private bool _isGiving;

    /// <summary>A place in the order in which parts are drawn; for a part that has just come.</summary>
    public int NextPlace() => ++_places;

    /// <summary>
    /// Completes when it is the turn of the part at this place. What came first is drawn first: a part before the parts that are in
    /// it, which it may be about to take away.
    /// </summary>
    public Task WaitAsync(int place)
    {
        TaskCompletionSource turn = new();
        _waiting.Enqueue(turn, place);
        if (!_isGiving)
        {
            _ = GiveAsync();
        }

        return turn.Task;
    }

    // The next task is asked for when the one before is over: what .NET is told of in the meantime it does in one go.
    private async Task GiveAsync()
    {
        _isGiving = true;
        await frames.NextFrameAsync();
        while (_waiting.Count > 0)
        {
            await frames.NextTaskAsync();
            double start = frames.NowMs;
            do
            {
                _waiting.Dequeue().SetResult();
            } while (_waiting.Count > 0 && frames.NowMs - start < MsPerTask);
        }

        _isGiving = false;
    }
}
