using PhantomNet.Exercises.Imaging.Phantom;
using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Detectors;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Phantom;

public sealed class LightboxTests
{
    [Fact]
    public void The_page_is_drawn_before_any_physics_is_done()
    {
        using PhantomRun run = new();
        Assert.False(run.Lesson.Lightbox.IsComplete);
        Assert.Null(run.Lesson.Radiograph);
        Assert.True(run.Frames.IsAwaited);
    }

    [Fact]
    public void What_is_on_the_screen_is_what_the_chain_makes_of_the_setting()
    {
        using PhantomRun run = PhantomRun.Finished("size=28&kvp=80&mas=0.001&disease=nodule");
        Radiograph expected = Acquisition.Take(run.Setting.Settings);
        Assert.Equal(expected.LogSignal, run.Radiograph.LogSignal);
        byte[] grey = expected.Bytes();
        GreyPicture picture = run.Lesson.Lightbox.A.Picture!;
        for (int i = 0; i < grey.Length; i++)
        {
            // Its own window in one multiplication: a half may be rounded to the other side.
            Assert.InRange(picture.Rgba[i * 4] - grey[i], -1, 1);
            Assert.Equal(picture.Rgba[i * 4], picture.Rgba[(i * 4) + 2]);
            Assert.Equal(255, picture.Rgba[(i * 4) + 3]);
        }
    }

    [Fact]
    public void A_slice_stays_short_while_the_clock_moves()
    {
        using PhantomRun run = new("size=512");
        for (int frame = 0; frame < 20; frame++)
        {
            double before = run.Frames.NowMs;
            run.Frames.Tick();
            Assert.InRange(run.Frames.NowMs - before, 0, 3 * Lightbox.MsPerFrame);
        }

        Assert.False(run.Lesson.Lightbox.IsComplete);
        Assert.InRange(run.Lesson.Lightbox.Progress, 0.001, 0.5);
    }

    [Fact]
    public void A_change_overtakes_a_long_exposure_under_way()
    {
        using PhantomRun run = PhantomRun.Finished("size=28");
        run.Lesson.Change(run.Setting with { Size = 512 });
        Ticks(run, 5);
        run.Lesson.Change(run.Setting with { Size = 28, NoiseSeed = 2 });
        run.Finish();
        Assert.Equal(1, run.Lesson.Lightbox.A.Darkroom.Abandoned);
        Assert.Equal((28, 2), (run.Radiograph.Size, run.Radiograph.Settings.NoiseSeed));
        Assert.Equal(Acquisition.Take(run.Setting.Settings).LogSignal, run.Radiograph.LogSignal);
    }

    [Fact]
    public void One_that_is_nearly_done_is_shown_before_the_next()
    {
        using PhantomRun run = PhantomRun.Finished("size=128");
        run.Lesson.Change(run.Setting with { Patient = new PatientSettings(Seed: 2) });
        run.Frames.Tick();
        run.Lesson.Change(run.Setting with { Patient = new PatientSettings(Seed: 3) });
        List<int> shown = [];
        run.Lesson.Ticked += () => shown.Add(run.Radiograph.Settings.Patient.Seed);
        run.Finish();
        Assert.Equal(0, run.Lesson.Lightbox.A.Darkroom.Abandoned);
        Assert.Equal([2, 3], shown.Distinct().Where(seed => seed > 1));
    }

    [Fact]
    public void With_the_exposure_changed_no_ray_is_cast_again()
    {
        using PhantomRun run = PhantomRun.Finished("size=28");
        float[] rays = run.Radiograph.Thickness.SoftTissue;
        run.Change(setting => setting with { Detector = setting.Detector with { MAs = 1e-4, Grid = GridKind.None } });
        Assert.Same(rays, run.Radiograph.Thickness.SoftTissue);
        run.Change(setting => setting with { Tube = setting.Tube with { KVp = 70 } });
        Assert.Same(rays, run.Radiograph.Thickness.SoftTissue);
        run.Change(setting => setting with { Patient = setting.Patient with { Inspiration = 0.1 } });
        Assert.NotSame(rays, run.Radiograph.Thickness.SoftTissue);
    }

    [Fact]
    public void Window_and_stage_need_no_new_radiograph()
    {
        using PhantomRun run = PhantomRun.Finished("size=28");
        Radiograph before = run.Radiograph;
        run.Lesson.SetWindow(new WindowLevel(2, 3));
        run.Finish();
        Assert.Equal(new DisplayScale(2, 4), run.Lesson.Lightbox.Scale);
        run.Lesson.Look(PhantomStage.Bone);
        run.Finish();
        Assert.Equal(0, run.Lesson.Lightbox.Scale.Black);
        Assert.True(run.Lesson.Lightbox.Scale.White >= run.Lesson.Lightbox.A.Image!.Most);
        Assert.Same(before, run.Radiograph);
    }

    [Fact]
    public void Two_are_shown_within_one_window_and_their_difference_around_grey()
    {
        using PhantomRun run = PhantomRun.Finished("size=28");
        run.Lesson.Keep();
        run.Finish();
        Assert.All(Greys(run.Lesson.Lightbox.Difference!), grey => Assert.InRange(grey, 127, 128));
        run.Change(setting => setting with { Finding = Finding.Nodule });
        Assert.Equal(run.Lesson.Lightbox.A.Picture!.Scale, run.Lesson.Lightbox.B!.Picture!.Scale);
        Assert.Equal(
            run.Radiograph.Window.Level,
            (run.Lesson.Lightbox.Scale.Black + run.Lesson.Lightbox.Scale.White) / 2,
            1e-9
        );

        // What is dense in A alone is bright; most pixels are the same, but for a little less scatter everywhere.
        byte[] greys = Greys(run.Lesson.Lightbox.Difference!);
        Assert.Contains(greys, grey => grey > 200);
        Assert.True(greys.Count(grey => grey is > 123 and < 132) > 28 * 14);

        run.Change(setting => setting with { Size = 64 });
        Assert.Null(run.Lesson.Lightbox.Difference);
        run.Lesson.Forget();
        run.Finish();
        Assert.Null(run.Lesson.Lightbox.B);
    }

    [Fact]
    public void A_mask_marks_the_structure_and_nothing_else()
    {
        using PhantomRun run = PhantomRun.Finished("size=64&disease=nodule&cm=5&density=1&marks=1");
        bool[] mask = run.Radiograph.Mask(Structure.Lesion);
        MaskPicture drawn = run.Lesson.Lightbox.A.Mask!;
        Assert.Contains(true, mask);
        for (int i = 0; i < mask.Length; i++)
        {
            Assert.Equal(mask[i], drawn.Rgba[(i * 4) + 3] > 0);
        }

        run.Lesson.Mark(Overlays.Lesion, on: false);
        run.Finish();
        Assert.True(run.Lesson.Lightbox.A.Mask!.Rgba.IndexOfAnyExcept((byte)0) < 0);
    }

    private static byte[] Greys(GreyPicture picture)
    {
        byte[] greys = new byte[picture.Size * picture.Size];
        for (int i = 0; i < greys.Length; i++)
        {
            greys[i] = picture.Rgba[i * 4];
        }

        return greys;
    }

    private static void Ticks(PhantomRun run, int frames)
    {
        for (int frame = 0; frame < frames; frame++)
        {
            run.Frames.Tick();
        }
    }
}
