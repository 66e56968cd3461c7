using PhantomNet.Exercises.Imaging.Step7Kernels;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Tests.Step7Kernels;

public sealed class KernelsTasksTests
{
    private readonly KernelsLesson _lesson = Radiographs.Lesson();

    [Fact]
    public void A_kernel_of_ones_own_that_adds_up_to_0_is_blind_to_brightness()
    {
        Assert.False(Observe("flat", 2).Met);
        _lesson.SetWeight(4, 0.3);
        Observation off = Observe("flat", 2);
        Assert.False(off.Met);
        Assert.Contains("an area of 2 comes out as 0.600", off.Text, StringComparison.Ordinal);
        _lesson.SetWeight(3, -1.3);
        Observation done = Observe("flat", 2);
        Assert.True(done.Met);
        Assert.StartsWith("As you predicted.", done.Text, StringComparison.Ordinal);
        Assert.StartsWith("Symmetry isn’t it", Observe("flat", 0).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nine_zeros_do_not_count()
    {
        for (int place = 0; place < Kernel.Count; place++)
        {
            _lesson.SetWeight(place, 0);
        }

        Assert.False(Observe("flat", 2).Met);
    }

    [Fact]
    public void Sharpening_is_checked_against_the_measured_noise()
    {
        Assert.False(Observe("noise", 5.39).Met);
        _lesson.Choose(KernelPreset.Sharpen);
        Assert.False(Observe("noise", 5.39).Met);
        _lesson.Noise.Aim(_lesson.State.MAs, _lesson.State.NoiseSeed, _lesson.State.Kernel);
        while (_lesson.Noise.Advance(100) > 0) { }

        Observation done = Observe("noise", 5.39);
        Assert.True(done.Met);
        Assert.StartsWith("As you predicted. Measured: 5.", done.Text, StringComparison.Ordinal);
        Assert.Contains("√29 = 5.39", done.Text, StringComparison.Ordinal);
        Assert.Contains("the mean; noise doesn’t", Observe("noise", 1).Text, StringComparison.Ordinal);
        Assert.StartsWith("You predicted 3 σ.", Observe("noise", 3).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_box_blurs_blind_frequency_is_found_in_its_response()
    {
        Assert.False(Observe("frequency", 0.33).Met);
        _lesson.Choose(KernelPreset.Box);
        Observation done = Observe("frequency", 0.33);
        Assert.True(done.Met);
        Assert.Contains("falls to 0 at 0.333 cycles per pixel", done.Text, StringComparison.Ordinal);
        Assert.StartsWith("At 0.5", Observe("frequency", 0.5).Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "You predicted 0.250, where |H| is 0.333.",
            Observe("frequency", 0.25).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_flipped_target_has_to_be_learned()
    {
        Assert.False(Observe("learn", 1).Met);
        _lesson.Choose(KernelPreset.Emboss);
        _lesson.Flip(flipped: true);
        Assert.False(Observe("learn", 1).Met);
        await _lesson.Learning.StartAsync(_lesson.LearningSettings, _lesson.Image);
        Assert.False(Observe("learn", 1).Met);
        while (await _lesson.Learning.StepAsync(CancellationToken.None) > 0) { }

        Observation done = Observe("learn", 1);
        Assert.True(done.Met);
        Assert.StartsWith("As you predicted", done.Text, StringComparison.Ordinal);
        Assert.Contains(
            "its first weight is 2.00",
            done.Text.Replace("1.999", "2.00", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    private Observation Observe(string task, double prediction) =>
        _lesson.Tasks.First(candidate => candidate.Id == task).Observe(prediction);
}
