using PhantomNet.Exercises.Imaging.Step7Kernels;
using PhantomNet.Networks.Runners;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Step7Kernels;

/// <summary>Lessons with a radiograph, taken once for each exposure.</summary>
internal static class Radiographs
{
    private static readonly Dictionary<RadiographSettings, Radiograph> _taken = [];

    public static TheoryData<KernelPreset> Presets => [.. KernelPresets.All.Select(preset => preset.Preset)];

    public static KernelsLesson Lesson(string query = "")
    {
        KernelsLesson lesson = new(new TextbookRunnerFactory());
        lesson.Load(KernelsState.Read(new(query)));
        lesson.Take(Of(lesson.Wanted));
        return lesson;
    }

    private static Radiograph Of(RadiographSettings settings)
    {
        lock (_taken)
        {
            if (!_taken.TryGetValue(settings, out Radiograph? radiograph))
            {
                radiograph = Acquisition.Take(settings);
                _taken[settings] = radiograph;
            }

            return radiograph;
        }
    }
}
