using Microsoft.AspNetCore.Components;

namespace PhantomNet.Exercises.Shared;

/// <summary>
/// A part of a page that shows a part of the lesson, and that is left alone while another part changes: what a pointer drags moves
/// with every frame.
/// </summary>
public abstract class LessonPart<TLesson, TState> : ComponentBase
    where TLesson : Lesson<TState>
    where TState : class, IStepState<TState>
{
    private object? _shown;

    /// <summary>The lesson.</summary>
    [Parameter, EditorRequired]
    public required TLesson Lesson { get; set; }

    /// <summary>Its state.</summary>
    protected TState State => Lesson.State;

    /// <summary>All of the lesson that this part shows, compared by value.</summary>
    protected abstract object Shown { get; }

    /// <inheritdoc/>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        return IsNew() ? base.SetParametersAsync(ParameterView.Empty) : Task.CompletedTask;
    }

    /// <summary>Whether what is shown is other than it was when this was last asked.</summary>
    protected bool IsNew()
    {
        object now = Shown;
        bool isNew = !now.Equals(_shown);
        _shown = now;
        return isNew;
    }
}
