using PhantomNet.Exercises.Shared;

namespace PhantomNet.App.Tests.Fakes;

/// <summary>A hidden page: no frame ever comes, and tasks at once.</summary>
internal sealed class FakeFrames : IFrameClock
{
    public double NowMs => 0;

    public Task NextFrameAsync() => Task.Delay(Timeout.Infinite);

    public Task NextTaskAsync() => Task.CompletedTask;
}
