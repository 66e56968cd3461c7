using PhantomNet.Exercises.Imaging.Shared;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>A part of the page that also follows the bench, and the unit under the pointer.</summary>
public abstract class LayersPart : PacedPart<LayersLesson, LayersState>
{
    /// <summary>The bench.</summary>
    protected LayersBench Bench => Lesson.Bench;

    /// <inheritdoc/>
    protected override void Listen()
    {
        Bench.Ticked += Follow;
        Lesson.Hovered += Follow;
    }

    /// <inheritdoc/>
    protected override void Leave()
    {
        Bench.Ticked -= Follow;
        Lesson.Hovered -= Follow;
    }
}
