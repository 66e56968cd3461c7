using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

internal static class LayersTasks
{
    public static IReadOnlyList<LessonTask> For(LayersLesson lesson) => [];
}
