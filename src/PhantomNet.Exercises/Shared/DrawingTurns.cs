namespace PhantomNet.Exercises.Shared;

/// <summary>
/// Has the parts of a page drawn one after another, each in a task of its own after the next frame: together they would hold the
/// page for longer than anyone should wait for it.
/// </summary>
/// <param name="frames">The page's frames.</param>
public sealed class DrawingTurns(IFrameClock frames)
{
    private readonly PriorityQueue<TaskCompletionSource, int> _waiting = new();
    private int _places;

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
        return GiveAndWaitAsync(turn.Task);
    }

    // Each that waits brings a frame's task with it, which goes to whoever is first by then.
    private async Task GiveAndWaitAsync(Task turn)
    {
        await frames.NextFrameAsync();
        _waiting.Dequeue().SetResult();
        await turn;
    }
}
