using Microsoft.AspNetCore.Components;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>A part of the page that is left alone while other parts change, and that follows the bench.</summary>
public abstract class PoolingPart : ComponentBase, IDisposable
{
    private object? _shown;

    /// <summary>The lesson.</summary>
    [Parameter, EditorRequired]
    public required PoolingLesson Lesson { get; set; }

    /// <summary>Its state.</summary>
    protected PoolingState State => Lesson.State;

    /// <summary>All that this part shows, compared by value.</summary>
    protected abstract object Shown { get; }

    /// <inheritdoc/>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        return IsNew() ? base.SetParametersAsync(ParameterView.Empty) : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Lesson.Bench.Ticked += Follow;

    /// <summary>Lets go of the bench.</summary>
    protected virtual void Dispose(bool disposing) => Lesson.Bench.Ticked -= Follow;

    private void Follow()
    {
        if (IsNew())
        {
            OnParametersSet();
            StateHasChanged();
        }
    }

    private bool IsNew()
    {
        object now = Shown;
        bool isNew = !now.Equals(_shown);
        _shown = now;
        return isNew;
    }
}
