using PhantomNet.Exercises.Imaging.Shared;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>A part of the page that also follows the bench.</summary>
public abstract class PipelinePart : PacedPart<PipelineLesson, PipelineState>
{
    /// <inheritdoc/>
    protected override void Listen() => Lesson.Bench.Ticked += Follow;

    /// <inheritdoc/>
    protected override void Leave() => Lesson.Bench.Ticked -= Follow;
}
