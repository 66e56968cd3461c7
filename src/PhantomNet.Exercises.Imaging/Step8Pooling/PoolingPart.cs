using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>A part of the page that also follows the bench.</summary>
public abstract class PoolingPart : FollowingPart<PoolingLesson, PoolingState>
{
    /// <inheritdoc/>
    protected override void Listen() => Lesson.Bench.Ticked += Follow;

    /// <inheritdoc/>
    protected override void Leave() => Lesson.Bench.Ticked -= Follow;
}
