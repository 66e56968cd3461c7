using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Tests.Fakes;

/// <summary>Frames that come at once, 16 ms apart.</summary>
public sealed class InstantFrames : IFrameClock
{
    public double NowMs { get; private set; }

    public Task NextFrameAsync()
    {
        NowMs += 16;
        return Task.CompletedTask;
    }
}
