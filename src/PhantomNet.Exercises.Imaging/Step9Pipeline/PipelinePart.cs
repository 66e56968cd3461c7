using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>A part of the page that also follows the bench.</summary>
public abstract class PipelinePart : LessonPart<PipelineLesson, PipelineState>, IDisposable
{
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
}
