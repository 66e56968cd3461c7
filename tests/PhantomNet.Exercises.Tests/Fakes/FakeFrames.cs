using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Tests.Fakes;

/// <summary>Frames that come when the test says so, and a clock that it turns.</summary>
internal sealed class FakeFrames : IFrameClock
{
    private List<TaskCompletionSource> _waiting = [];
    private List<TaskCompletionSource> _tasks = [];
    private double _nowMs;

    /// <summary>What each look at the clock takes, so that work that waits for it to move on ends.</summary>
    public double MsPerLook { get; set; }

    public double NowMs
    {
        get => _nowMs += MsPerLook;
        set => _nowMs = value;
    }

    /// <summary>Whether anything waits for a frame or a task.</summary>
    public bool IsAwaited => _waiting.Count + _tasks.Count > 0;

    public Task NextFrameAsync()
    {
        TaskCompletionSource frame = new();
        _waiting.Add(frame);
        return frame.Task;
    }

    public Task NextTaskAsync()
    {
        TaskCompletionSource task = new();
        _tasks.Add(task);
        return task.Task;
    }

    /// <summary>Lets the tasks that are asked for and one frame come; what waits for them runs before this returns.</summary>
    public void Tick()
    {
        List<TaskCompletionSource> due = [.. _tasks, .. _waiting];
        (_tasks, _waiting) = ([], []);
        due.ForEach(frame => frame.SetResult());
    }

    /// <summary>Lets all tasks come before the next frame, also those asked for meanwhile; false where none is.</summary>
    public bool RunTasks()
    {
        bool any = _tasks.Count > 0;
        while (_tasks.Count > 0)
        {
            List<TaskCompletionSource> due = _tasks;
            _tasks = [];
            due.ForEach(task => task.SetResult());
        }

        return any;
    }
}
