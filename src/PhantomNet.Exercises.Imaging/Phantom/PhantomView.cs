using Microsoft.AspNetCore.Components;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>
/// A part of the phantom's page. It is rendered again when what it shows has changed, and not with every frame of work or every move of a slider elsewhere.
/// </summary>
public abstract class PhantomView : ComponentBase, IDisposable
{
    private object? _shown;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required PhantomLesson Lesson { get; set; }

    /// <summary>The state.</summary>
    protected PhantomState State => Lesson.State;

    /// <summary>The setting that the controls change.</summary>
    protected PhantomSetting Setting => Lesson.State.Setting;

    /// <summary>All that it depends on; compared by value.</summary>
    protected abstract object? Shown { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _shown = Shown;
        Lesson.Ticked += OnTick;
    }

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        object? now = Shown;
        bool changed = !Equals(now, _shown);
        _shown = now;
        return changed;
    }

    /// <summary>Something has moved.</summary>
    protected virtual void OnTick() => StateHasChanged();

    /// <summary>Lets go of the lesson.</summary>
    protected virtual void Dispose(bool disposing) => Lesson.Ticked -= OnTick;
}
