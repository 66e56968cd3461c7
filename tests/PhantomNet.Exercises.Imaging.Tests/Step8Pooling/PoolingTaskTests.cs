using PhantomNet.Exercises.Imaging.Step8Pooling;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Imaging.Tests.Step8Pooling;

public sealed class PoolingTaskTests : IDisposable
{
    private readonly PoolingLesson _lesson = new(new InstantFrames());

    [Fact]
    public void No_task_is_met_at_the_start() => Assert.All(_lesson.Tasks, task => Assert.False(task.Observe(1).Met));

    [Fact]
    public void The_gradient_is_met_backward_through_a_max_pool_alone()
    {
        _lesson.Go(GridDirection.Backward);
        _lesson.ChoosePool(PoolKind.Average);
        Assert.False(Task("blame").Observe(1).Met);
        _lesson.ChoosePool(PoolKind.Max);
        Observation right = Task("blame").Observe(1);
        Assert.True(right.Met);
        Assert.StartsWith("As you predicted", right.Text, StringComparison.Ordinal);
        Assert.Contains("sent back is 9, the sum that arrives 9", right.Text, StringComparison.Ordinal);
        Assert.Contains("average pooling", Task("blame").Observe(0).Text, StringComparison.Ordinal);
        Assert.Contains("four times", Task("blame").Observe(2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_odd_image_loses_31_rows()
    {
        _lesson.Crop(223);
        Assert.Contains("As you predicted: 192", Task("odd").Observe(192).Text, StringComparison.Ordinal);
        Assert.Contains("Fewer than 222: 192", Task("odd").Observe(222).Text, StringComparison.Ordinal);
        Assert.Contains("31 rows at the bottom", Task("odd").Observe(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_vanish_and_the_numbers_say_so()
    {
        _lesson.ShiftBy(1);
        Observation seen = Task("bars").Observe(2);
        Assert.True(seen.Met);
        Assert.Contains("from 0.50 to 0.00", seen.Text, StringComparison.Ordinal);
        Assert.Contains("keeps 0.25", seen.Text, StringComparison.Ordinal);
        _lesson.Space(8);
        Assert.False(Task("bars").Observe(2).Met);
    }

    [Fact]
    public async Task Noise_is_met_once_enough_windows_are_drawn()
    {
        Assert.False(Task("noise").Observe(1).Met);
        await _lesson.Bench.ToggleDrawingAsync();
        Assert.Equal(SimulatedNoise.MostWindows, _lesson.Bench.Simulated.Noise.Largest.Count, 256.0);
        Observation seen = Task("noise").Observe(0);
        Assert.True(seen.Met);
        Assert.StartsWith("Not 0", seen.Text, StringComparison.Ordinal);
        Assert.Contains("theory says 1.0294", seen.Text, StringComparison.Ordinal);
        _lesson.Reset();
        Assert.False(Task("noise").Observe(1).Met);
    }

    public void Dispose() => _lesson.Dispose();

    private LessonTask Task(string id) => _lesson.Tasks.Single(task => task.Id == id);
}
