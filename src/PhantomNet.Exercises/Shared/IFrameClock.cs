namespace PhantomNet.Exercises.Shared;

/// <summary>The page's frames. None come while the page is hidden, so work that waits for them rests.</summary>
public interface IFrameClock
{
    /// <summary>Completes when the browser has drawn the next frame; each that waits goes on in a task of its own.</summary>
    Task NextFrameAsync();

    /// <summary>Completes in a task of its own, without waiting for a frame; where there are no tasks, with a frame.</summary>
    Task NextTaskAsync() => NextFrameAsync();

    /// <summary>Milliseconds since some fixed moment.</summary>
    double NowMs { get; }
}
