using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Tests.Fakes;

/// <summary>Frames that come when the test says so, and a clock that it turns.</summary>
internal sealed class FakeFrames : IFrameClock
{
    private List<TaskCompletionSource> _waiting = [];
    private double _nowMs;

    /// <summary>What each look at the clock takes, so that work that waits for it to move on ends.</summary>
    public double MsPerLook { get; set; }

    public double NowMs
    {
        get => _nowMs += MsPerLook;
        set => _nowMs = value;
    }

    /// <summary>Whether anything waits for a frame.</summary>
    public bool IsAwaited => _waiting.Count > 0;

    public Task NextFrameAsync()
    {
        TaskCompletionSource frame = new();
        _waiting.Add(frame);
        return frame.Task;
    }

    /// <summary>Lets one frame come; what waits for it runs before this returns.</summary>
    public void Tick()
    {
        List<TaskCompletionSource> due = _waiting;
        _waiting = [];
        due.ForEach(frame => frame.SetResult());
    }
}
