namespace PhantomNet.Exercises.Shared;

/// <summary>
/// Has the parts of a page drawn one after another in many small tasks: in one they would hold the page for longer than anyone should
/// wait for it. Parts that are drawn again wait for the next frame first, since what a pointer drags changes often.
/// </summary>
/// <param name="frames">The page's frames.</param>
public sealed class DrawingTurns(IFrameClock frames)
{
    // Small parts share a task.
    private const double MsPerTask = 5;

    private readonly PriorityQueue<TaskCompletionSource, int> _waiting = new();
    private int _places;
    private bool _hasCome; // a part that isn't drawn yet
    private bool _isGiving;

    /// <summary>A place in the order in which parts are drawn; for a part that has just come, which waits for no frame.</summary>
    public int NextPlace()
    {
        _hasCome = true;
        return ++_places;
    }

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
        if (!_hasCome)
        {
            await frames.NextFrameAsync();
        }

        while (_waiting.Count > 0)
        {
            await frames.NextTaskAsync();
            double start = frames.NowMs;
            do
            {
                _waiting.Dequeue().SetResult();
            } while (_waiting.Count > 0 && frames.NowMs - start < MsPerTask);
        }

        _hasCome = false;
        _isGiving = false;
    }
}
