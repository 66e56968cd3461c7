using PhantomNet.Exercises.Shared;

namespace PhantomNet.App.Platform;

/// <summary>After requestAnimationFrame, and performance.now.</summary>
internal sealed class BrowserFrames : IFrameClock
{
    public Task NextFrameAsync() => BrowserModules.NextFrameAsync();

    public Task NextTaskAsync() => BrowserModules.NextTaskAsync();

    public double NowMs => BrowserModules.Now();
}
