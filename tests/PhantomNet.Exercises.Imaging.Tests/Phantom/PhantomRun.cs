using PhantomNet.Exercises.Imaging.Phantom;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Phantom;

/// <summary>The phantom's lesson at an address, with frames that the test lets come. What fails in the background fails the test.</summary>
internal sealed class PhantomRun : IDisposable
{
    private readonly List<Exception> _failures = [];

    public PhantomRun(string query = "size=28")
    {
        Lesson = new PhantomLesson(Frames);
        Lesson.Failed += _failures.Add;
        Lesson.Load(PhantomState.Read(new QueryReader(query)));
        Lesson.EnsureShown();
    }

    public FakeFrames Frames { get; } = new() { MsPerLook = 1 };

    public PhantomLesson Lesson { get; }

    public PhantomState State => Lesson.State;

    public PhantomSetting Setting => Lesson.State.Setting;

    public Radiograph Radiograph => Lesson.Radiograph!;

    /// <summary>A lesson with its image on the screen.</summary>
    public static PhantomRun Finished(string query = "size=28")
    {
        PhantomRun run = new(query);
        run.Finish();
        return run;
    }

    /// <summary>Lets frames come until all that was asked for is on the screen.</summary>
    public void Finish()
    {
        for (int frame = 0; !Lesson.Lightbox.IsComplete; frame++)
        {
            Assert.True(frame < 10_000, "The light box never gets done.");
            Frames.Tick();
        }
    }

    public void Change(Func<PhantomSetting, PhantomSetting> change)
    {
        Lesson.Change(change(Setting));
        Finish();
    }

    public void Dispose()
    {
        Lesson.Dispose();
        Assert.Empty(_failures);
    }
}
