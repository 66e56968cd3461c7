namespace PhantomNet.Exercises.Shared;

/// <summary>A part of a page that also follows what moves while the state stays: work under way, or what a pointer is on.</summary>
public abstract class FollowingPart<TLesson, TState> : LessonPart<TLesson, TState>, IDisposable
    where TLesson : Lesson<TState>
    where TState : class, IStepState<TState>
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Listen();

    /// <summary>Has <see cref="Follow"/> called when something has moved.</summary>
    protected abstract void Listen();

    /// <summary>And no longer.</summary>
    protected abstract void Leave();

    /// <summary>Lets go.</summary>
    protected virtual void Dispose(bool disposing) => Leave();

    /// <summary>Draws the part again if it shows something else.</summary>
    protected void Follow()
    {
        if (IsNew())
        {
            OnParametersSet();
            StateHasChanged();
        }
    }
}
