using Microsoft.AspNetCore.Components;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Shared;

/// <summary>
/// A part that is drawn in turn also when its own buttons were pressed: with all that comes in it, that would take longer within the
/// event than a page may be held.
/// </summary>
public abstract class PacedPart<TLesson, TState> : FollowingPart<TLesson, TState>, IHandleEvent
    where TLesson : Lesson<TState>
    where TState : class, IStepState<TState>
{
    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        Task handled = item.InvokeAsync(arg);
        Task drawn = DrawAfterEventAsync();
        return handled.IsCompletedSuccessfully ? drawn : FinishAsync(handled, drawn);
    }

    // What was pressed may go on for long, and leave something else to show at its end.
    private async Task FinishAsync(Task handled, Task drawn)
    {
        await drawn;
        try
        {
            await handled;
        }
        catch (OperationCanceledException) when (handled.IsCanceled)
        {
            // Given up: nobody has to be told.
        }

        await DrawAfterEventAsync();
    }

    private Task DrawAfterEventAsync()
    {
        if (Turns is null)
        {
            StateHasChanged();
            return Task.CompletedTask;
        }

        IsNew(); // the page tells it of the same change, for which it need not be drawn again
        return DrawInTurnAsync();
    }
}
