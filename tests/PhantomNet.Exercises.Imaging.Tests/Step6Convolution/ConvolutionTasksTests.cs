using PhantomNet.Exercises.Imaging.Step6Convolution;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Imaging.Tests.Step6Convolution;

public sealed class ConvolutionTasksTests : IDisposable
{
    private readonly ConvolutionLesson _lesson = new(new InstantFrames());

    public void Dispose() => _lesson.Dispose();

    [Fact]
    public void Nothing_is_done_at_the_start() => Assert.All(_lesson.Tasks, task => Assert.False(task.Observe(1).Met));

    [Fact]
    public void The_largest_image_needs_512_pixels_and_64_filters()
    {
        _lesson.Resize(512);
        Assert.False(Observe("large", 576).Met);
        _lesson.SetUnits(64);
        Assert.StartsWith("576, as you predicted", Observe("large", 576).Text, StringComparison.Ordinal);
        Assert.Contains("64 biases", Observe("large", 640).Text, StringComparison.Ordinal);
        Assert.Contains("doesn’t grow", Observe("large", 1e8).Text, StringComparison.Ordinal);
        Assert.Contains("16,777,216", Observe("large", 9).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_matrix_needs_10_by_10_and_shared_weights()
    {
        _lesson.Share(Sharing.Shared);
        Assert.False(Observe("matrix", 9).Met);
        _lesson.ResizeMatrix(10);
        Assert.Contains("as you predicted", Observe("matrix", 9).Text, StringComparison.Ordinal);
        Assert.Contains("repeat the same", Observe("matrix", 784).Text, StringComparison.Ordinal);
        _lesson.Share(Sharing.Local);
        Assert.False(Observe("matrix", 9).Met);
    }

    [Fact]
    public async Task The_stride_needs_a_radiograph_moved_by_one_pixel()
    {
        _lesson.Stride(2);
        _lesson.MoveRight(1);
        Assert.False(Observe("stride", 2).Met);
        await _lesson.Images.TakeAsync(() => _lesson.State);
        Observation done = Observe("stride", 2);
        Assert.True(done.Met);
        Assert.Contains("As you predicted", done.Text, StringComparison.Ordinal);
        Assert.EndsWith("off by 0.", done.Text, StringComparison.Ordinal);
        _lesson.MoveDown(1);
        Assert.False(Observe("stride", 2).Met);
    }

    [Fact]
    public void The_arithmetic_needs_224_pixels()
    {
        _lesson.ResizeCost(224);
        Assert.Contains(
            "14,450,688 multiply-adds against 6,422,528, 2.25",
            Observe("arithmetic", 2).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("stored once", Observe("arithmetic", 0).Text, StringComparison.Ordinal);
        _lesson.SetChannels(3);
        Assert.False(Observe("arithmetic", 2).Met);
    }

    private Observation Observe(string task, double prediction) => _lesson.Tasks.First(t => t.Id == task).Observe(prediction);
}
