using Microsoft.AspNetCore.Components;

namespace PhantomNet.Exercises.Shared;

/// <summary>
/// A part of a page that shows a part of the lesson, and that is left alone while another part changes: what a pointer drags moves
/// with every frame. On a page that has turns it waits for its own, from the first time on.
/// </summary>
public abstract class LessonPart<TLesson, TState> : ComponentBase, IDisposable
    where TLesson : Lesson<TState>
    where TState : class, IStepState<TState>
{
    private object? _shown;
    private int _place;
    private bool _isWaiting;
    private bool _isGone;

    /// <summary>The lesson.</summary>
    [Parameter, EditorRequired]
    public required TLesson Lesson { get; set; }

    /// <summary>When each part is drawn; without them, at once.</summary>
    [CascadingParameter]
    public DrawingTurns? Turns { get; set; }

    /// <summary>Its state.</summary>
    protected TState State => Lesson.State;

    /// <summary>All of the lesson that this part shows, compared by value.</summary>
    protected abstract object Shown { get; }

    /// <inheritdoc/>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (_place == 0 && Turns is not null)
        {
            _place = Turns.NextPlace();
            return DrawInTurnAsync();
        }

        return IsNew() ? DrawInTurnAsync() : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isGone = true;
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Not while it waits: what it shows is made ready when it is its turn, which comes within a frame or two.</summary>
    protected override bool ShouldRender() => !_isWaiting;

    /// <summary>Lets go of what it holds.</summary>
    protected virtual void Dispose(bool disposing) { }

    /// <summary>Whether what is shown is other than it was when this was last asked.</summary>
    protected bool IsNew()
    {
        object now = Shown;
        bool isNew = !now.Equals(_shown);
        _shown = now;
        return isNew;
    }

    /// <summary>Draws it when it is its turn, with what there is to show by then.</summary>
    protected async Task DrawInTurnAsync()
    {
        if (_isWaiting)
        {
            return;
        }

        if (Turns is not null)
        {
            _isWaiting = true;
            await Turns.WaitAsync(_place);
            _isWaiting = false;
        }

        if (!_isGone)
        {
            _shown = Shown;
            await base.SetParametersAsync(ParameterView.Empty);
        }
    }
}
