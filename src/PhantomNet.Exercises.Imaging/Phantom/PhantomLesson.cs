using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>The phantom without its looks.</summary>
public sealed class PhantomLesson : Lesson<PhantomState>
{
    /// <inheritdoc/>
    public override IReadOnlyList<LessonTask> Tasks { get; } = [];

    /// <summary>Another patient.</summary>
    public void Next() => Set(new(State.Seed + 1), HistoryEntry.New);
}
