using PhantomNet.Exercises.Imaging.Phantom;
using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Detectors;

namespace PhantomNet.Exercises.Imaging.Tests.Phantom;

public sealed class PhantomTasksTests
{
    [Fact]
    public void A_rib_loses_contrast_at_a_higher_voltage()
    {
        using PhantomRun run = PhantomRun.Finished("size=128&kvp=70");
        Assert.False(Observe(run, "voltage").Met);
        run.Change(setting => setting with { Tube = setting.Tube with { KVp = 90 } });
        Assert.False(Observe(run, "voltage").Met);
        run.Change(setting => setting with { Tube = setting.Tube with { KVp = 120 }, NoiseSeed = 4 });
        Observation seen = Observe(run, "voltage", prediction: 0);
        Assert.True(seen.Met);
        Assert.Contains("it falls", seen.Text, StringComparison.Ordinal);
        Assert.EndsWith("As you predicted.", seen.Text, StringComparison.Ordinal);
        run.Change(setting => setting with { Tube = setting.Tube with { KVp = 60 } });
        Assert.EndsWith("Not as you predicted.", Observe(run, "voltage", prediction: 2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_anything_else_changed_too_nothing_is_concluded()
    {
        using PhantomRun run = PhantomRun.Finished("size=128&kvp=70");
        run.Change(setting => setting with { Tube = setting.Tube with { KVp = 120, AluminiumMm = 5 } });
        Assert.False(Observe(run, "voltage").Met);
        run.Change(setting => setting with { Detector = setting.Detector with { Grid = GridKind.None, MAs = 1 } });
        Assert.False(Observe(run, "grid").Met);
        Assert.False(Observe(run, "noise").Met);
    }

    [Fact]
    public void Too_few_quanta_are_told_from_contrast()
    {
        using PhantomRun run = PhantomRun.Finished("size=128&kvp=70&mas=0.00001");
        run.Change(setting => setting with { Tube = setting.Tube with { KVp = 120 } });
        Observation seen = Observe(run, "voltage");
        Assert.False(seen.Met);
        Assert.Contains("Take more mAs", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quarter_of_the_exposure_doubles_the_noise()
    {
        using PhantomRun run = PhantomRun.Finished("size=128&mas=0.004");
        for (int exposure = 1; exposure < 5; exposure++)
        {
            run.Lesson.NewNoise();
            run.Finish();
        }

        Measurement more = run.Lesson.Measurements.Latest!;
        Assert.Equal((5, 5 * 256), (more.Exposures, more.Pixels));
        Assert.False(Observe(run, "noise").Met);
        run.Change(setting => setting with { Detector = setting.Detector with { MAs = 0.001 } });
        Measurement less = run.Lesson.Measurements.Latest!;

        // Standard error of a ratio of two standard deviations from 1280 and 256 pixels: 5 %.
        Assert.Equal(2, less.RelativeNoise / more.RelativeNoise, 0.3);
        Assert.Equal(less.ExpectedNoise, less.RelativeNoise, 0.15 * less.ExpectedNoise);
        Assert.Equal(more.ExpectedNoise, more.RelativeNoise, 0.07 * more.ExpectedNoise);
        Assert.EndsWith("You said 2: right.", Observe(run, "noise", prediction: 2).Text, StringComparison.Ordinal);
        Assert.EndsWith("counting alone expects 2.00.", Observe(run, "noise", prediction: 4).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exposure_seen_again_is_not_counted_twice()
    {
        using PhantomRun run = PhantomRun.Finished("size=64");
        Measurement first = run.Lesson.Measurements.Latest!;
        run.Change(setting => setting with { Tube = setting.Tube with { KVp = 70 } });
        run.Change(setting => setting with { Tube = setting.Tube with { KVp = 120 } });
        Assert.Equal(
            (first.Pixels, first.SumOfSquares, 1),
            (Latest(run).Pixels, Latest(run).SumOfSquares, Latest(run).Exposures)
        );
    }

    [Fact]
    public void A_grid_keeps_contrast()
    {
        using PhantomRun run = PhantomRun.Finished("size=128");
        Assert.False(Observe(run, "grid").Met);
        run.Change(setting => setting with { Detector = setting.Detector with { Grid = GridKind.None } });
        Observation seen = Observe(run, "grid", prediction: 0);
        Assert.True(seen.Met);
        Assert.EndsWith("As you predicted.", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_heart_lies_at_the_images_right()
    {
        using PhantomRun run = PhantomRun.Finished("size=64");
        Assert.False(Observe(run, "heart").Met);
        run.Lesson.Mark(Overlays.Heart, on: true);
        run.Finish();
        Assert.EndsWith("As you predicted.", Observe(run, "heart", prediction: 1).Text, StringComparison.Ordinal);
        Assert.EndsWith("Not as you predicted.", Observe(run, "heart", prediction: 0).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_places_hold_what_they_are_called()
    {
        foreach (
            string query in (string[])["size=64", "size=128&patient=5", "size=128&disease=consolidation", "size=256&build=0.8"]
        )
        {
            using PhantomRun run = PhantomRun.Finished(query);
            Places places = run.Lesson.Places!;
            PixelFacts rib = PixelFacts.Of(run.Radiograph, places.Rib!.Value.Row, places.Rib.Value.Column);
            PixelFacts lung = PixelFacts.Of(run.Radiograph, places.Lung!.Value.Row, places.Lung.Value.Column);
            Assert.True(rib.BoneGPerCm2 > 0.3, query);
            Assert.True(lung.BoneGPerCm2 < 0.05 && lung.LungGPerCm2 > 1, query);

            // The lung reaches down behind the dome of the diaphragm, but not far.
            StageImage air = new(run.Radiograph, PhantomStage.Lung);
            air.Advance(run.Setting.Size);
            Patch patch = places.Patch;
            Assert.All(
                Enumerable.Range(patch.Row, patch.Side),
                row => Assert.InRange(air[row, patch.Column + (row - patch.Row)], 0, 2)
            );
        }
    }

    private static Measurement Latest(PhantomRun run) => run.Lesson.Measurements.Latest!;

    private static Observation Observe(PhantomRun run, string task, double prediction = 0) =>
        run.Lesson.Tasks.First(known => known.Id == task).Observe(prediction);
}
