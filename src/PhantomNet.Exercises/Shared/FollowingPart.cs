namespace PhantomNet.Exercises.Shared;

/// <summary>A part of a page that also follows what moves while the state stays: work under way, or what a pointer is on.</summary>
public abstract class FollowingPart<TLesson, TState> : LessonPart<TLesson, TState>
    where TLesson : Lesson<TState>
    where TState : class, IStepState<TState>
{
    /// <inheritdoc/>
    protected override void OnInitialized() => Listen();

    /// <summary>Has <see cref="Follow"/> called when something has moved.</summary>
    protected abstract void Listen();

    /// <summary>And no longer.</summary>
    protected abstract void Leave();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Leave();
        base.Dispose(disposing);
    }

    /// <summary>Draws the part again if it shows something else.</summary>
    protected void Follow()
    {
        if (IsNew())
        {
            _ = FollowAsync();
        }
    }

    // Nobody awaits it: the page's error boundary is told of what goes wrong.
    private async Task FollowAsync()
    {
        try
        {
            await DrawInTurnAsync();
        }
        catch (Exception error)
        {
            await DispatchExceptionAsync(error);
        }
    }
}
