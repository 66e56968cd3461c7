using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>A part of the page that also follows the bench, and the unit under the pointer.</summary>
public abstract class LayersPart : LessonPart<LayersLesson, LayersState>, IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The bench.</summary>
    protected LayersBench Bench => Lesson.Bench;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Bench.Ticked += Follow;
        Lesson.Hovered += Follow;
    }

    /// <summary>Lets go of both.</summary>
    protected virtual void Dispose(bool disposing)
    {
        Bench.Ticked -= Follow;
        Lesson.Hovered -= Follow;
    }

    private void Follow()
    {
        if (IsNew())
        {
            OnParametersSet();
            StateHasChanged();
        }
    }
}
