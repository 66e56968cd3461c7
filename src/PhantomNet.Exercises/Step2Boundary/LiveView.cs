using Microsoft.AspNetCore.Components;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>
/// A part of step 2 that follows the training. Each renders itself on a tick, so that the controls, which don't change, are left
/// alone at sixty frames a second.
/// </summary>
public abstract class LiveView : ComponentBase, IDisposable
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required BoundaryLesson Lesson { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Lesson.Ticked += OnTick;

    /// <summary>The numbers have moved.</summary>
    protected virtual void OnTick() => StateHasChanged();

    /// <summary>Lets go of the lesson.</summary>
    protected virtual void Dispose(bool disposing) => Lesson.Ticked -= OnTick;
}
