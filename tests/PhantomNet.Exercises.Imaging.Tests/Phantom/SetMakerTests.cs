using PhantomNet.Exercises.Imaging.Phantom;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Phantom;

public sealed class SetMakerTests
{
    [Fact]
    public void It_makes_as_many_of_each_class_as_asked_and_tells_how_far_it_is()
    {
        using PhantomRun run = Planned(new SetChoice(Count: 20, PneumoniaPercent: 30));
        SetMaker maker = run.Lesson.Maker;
        List<int> done = [];
        maker.Ticked += () => done.Add(maker.Done);
        Task made = run.Lesson.MakeSetAsync();
        Ticks(run, () => made.IsCompleted);
        Assert.Equal((20, 20), (maker.Done, maker.Total));
        Assert.Equal((14, 6), maker.Sheet!.Classes);
        Assert.False(maker.IsRunning || maker.IsCancelled);
        Assert.Equal(done.Order(), done);
        Assert.True(done.Distinct().Count() > 5);
        Assert.True(maker.ComputingMs > 0);
    }

    [Fact]
    public void Its_images_are_those_of_the_set()
    {
        using PhantomRun run = Planned(new SetChoice(Count: 10, Seed: 4));
        Task made = run.Lesson.MakeSetAsync();
        Ticks(run, () => made.IsCompleted);
        ContactSheet sheet = run.Lesson.Maker.Sheet!;
        PhantomSetSettings settings = run.State.Set.Settings(run.Setting);
        byte[] page = sheet.Draw(0);
        for (int image = 0; image < 10; image++)
        {
            Radiograph radiograph = Acquisition.Take(settings.Of(SetPart.Training, image));
            Assert.Equal(radiograph.Label, sheet.Labels[image]);
            int first = ((image / ContactSheet.Columns * 29 * sheet.Width) + (image % ContactSheet.Columns * 29)) * 4;
            Assert.Equal(radiograph.Bytes()[..28], Enumerable.Range(0, 28).Select(column => page[first + (column * 4)]));
        }
    }

    [Fact]
    public void Cancelled_it_stops_at_once_and_keeps_what_is_made()
    {
        using PhantomRun run = Planned(new SetChoice(Count: 200));
        SetMaker maker = run.Lesson.Maker;
        Task made = run.Lesson.MakeSetAsync();
        Ticks(run, () => maker.Done >= 3);
        maker.Cancel();
        int kept = maker.Done;
        Assert.True(maker.IsCancelled);
        Assert.False(maker.IsRunning);
        run.Frames.Tick();
        run.Frames.Tick();
        Assert.True(made.IsCompletedSuccessfully);
        Assert.Equal(kept, maker.Done);
        Assert.Equal(kept, maker.Sheet!.CountOf(0));

        made = run.Lesson.MakeSetAsync();
        Assert.Equal(0, maker.Done);
        Ticks(run, () => maker.Done >= 2);
        Assert.False(maker.IsCancelled);
        maker.Cancel();
        run.Frames.Tick();
        Assert.True(made.IsCompleted);
    }

    [Fact]
    public void A_slice_is_short()
    {
        using PhantomRun run = Planned(new SetChoice(Count: 1000));
        _ = run.Lesson.MakeSetAsync();
        for (int frame = 0; frame < 30; frame++)
        {
            double before = run.Frames.NowMs;
            run.Frames.Tick();
            Assert.InRange(run.Frames.NowMs - before, 0, 20);
        }
    }

    [Fact]
    public void A_page_of_the_sheet_is_clear_where_there_is_no_image()
    {
        ContactSheet sheet = new(2);
        Assert.Equal((1, 0), (sheet.Pages, sheet.CountOf(0)));
        sheet.Add([1, 2, 3, 4], 1);
        byte[] page = sheet.Draw(0);
        Assert.Equal([1, 1, 1, 255, 2, 2, 2, 255, 0, 0, 0, 0], page[..12]);
        for (int image = 1; image <= ContactSheet.PerPage; image++)
        {
            sheet.Add([9, 9, 9, 9], 0);
        }

        Assert.Equal((2, 1, (ContactSheet.PerPage, 1)), (sheet.Pages, sheet.CountOf(1), sheet.Classes));
    }

    private static PhantomRun Planned(SetChoice choice)
    {
        PhantomRun run = PhantomRun.Finished();
        run.Lesson.Plan(choice);
        return run;
    }

    private static void Ticks(PhantomRun run, Func<bool> until)
    {
        for (int frame = 0; !until(); frame++)
        {
            Assert.True(frame < 10_000, "The set never gets done.");
            run.Frames.Tick();
        }
    }
}
