using Microsoft.AspNetCore.Components;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>
/// A part of step 2 that follows the training. Each renders itself on a tick, so that the controls, which don't change, are left
/// alone at sixty frames a second; on a page that has turns it waits for its own.
/// </summary>
public abstract class LiveView : ComponentBase, IDisposable
{
    private int _place;
    private bool _isThere;
    private bool _isWaiting;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required BoundaryLesson Lesson { get; set; }

    /// <summary>When each part is drawn; without them, at once.</summary>
    [CascadingParameter]
    public DrawingTurns? Turns { get; set; }

    /// <summary>Whether the page has let go of it.</summary>
    protected bool IsGone { get; private set; }

    /// <inheritdoc/>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (Turns is null)
        {
            return base.SetParametersAsync(ParameterView.Empty);
        }

        if (_place == 0)
        {
            _place = Turns.NextPlace();
        }

        return DrawInTurnAsync(Turns);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        IsGone = true;
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Lesson.Ticked += OnTick;

    /// <summary>Not while it waits: it is drawn when it is its turn, which comes within a frame or two.</summary>
    protected override bool ShouldRender() => !_isWaiting;

    /// <summary>The numbers have moved.</summary>
    protected virtual void OnTick() => DrawSoon();

    /// <summary>Draws it when it is its turn.</summary>
    protected void DrawSoon()
    {
        if (Turns is null)
        {
            StateHasChanged();
        }
        else
        {
            _ = DrawInTurnAsync(Turns);
        }
    }

    /// <summary>Lets go of the lesson.</summary>
    protected virtual void Dispose(bool disposing) => Lesson.Ticked -= OnTick;

    private async Task DrawInTurnAsync(DrawingTurns turns)
    {
        if (_isWaiting)
        {
            return;
        }

        _isWaiting = true;
        await turns.WaitAsync(_place);
        _isWaiting = false;
        if (IsGone)
        {
            return;
        }

        if (_isThere)
        {
            StateHasChanged();
        }
        else
        {
            _isThere = true;
            await base.SetParametersAsync(ParameterView.Empty);
        }
    }
}
