using PhantomNet.Exercises.Imaging.Step7Kernels;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Imaging.Tests.Step7Kernels;

public sealed class KernelLearningTests : IAsyncDisposable
{
    // A page does some 5 steps a frame, so this is a minute.
    private const int Patience = 15_000;

    private readonly KernelLearning _learning = new(new TextbookRunnerFactory());

    public static TheoryData<KernelPreset> Presets => Radiographs.Presets;

    [Theory, MemberData(nameof(Presets))]
    public async Task Every_preset_is_found_from_random_weights(KernelPreset preset)
    {
        KernelsLesson lesson = Radiographs.Lesson($"kernel={preset}");
        await _learning.StartAsync(lesson.LearningSettings, lesson.Image);
        double first = _learning.Loss;
        Assert.False(_learning.IsFound);
        Assert.InRange(await LearnAsync(), 1, Patience);
        Assert.InRange(_learning.Error, 0, KernelLearning.Tolerance);
        Assert.InRange(_learning.Bias, -KernelLearning.Tolerance, KernelLearning.Tolerance);
        Assert.True(_learning.Loss < first * 1e-5);
        Assert.Equal(0, await _learning.StepAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("kernel=laplacian&patient=7&start=3")]
    [InlineData("kernel=sobel&mas=0.0001&start=9")]
    [InlineData("kernel=emboss&patient=500")]
    [InlineData("k=9,-8,7,-6,5,-4,3,-2,1")]
    [InlineData("k=0,0,0,0,0,0,0,0,0")]
    public async Task It_is_found_for_other_patients_exposures_starts_and_kernels(string query)
    {
        KernelsLesson lesson = Radiographs.Lesson(query);
        await _learning.StartAsync(lesson.LearningSettings, lesson.Image);
        Assert.InRange(await LearnAsync(), 1, Patience);
        Assert.True(_learning.IsFound);
    }

    [Fact]
    public async Task A_flipped_kernel_is_learned_turned_by_180_degrees()
    {
        KernelsLesson lesson = Radiographs.Lesson("kernel=emboss&flip=1");
        await _learning.StartAsync(lesson.LearningSettings, lesson.Image);
        await LearnAsync();
        Assert.InRange(_learning.Learned.DistanceTo(KernelPreset.Emboss.Weights().Flipped()), 0, KernelLearning.Tolerance);
    }

    [Fact]
    public async Task Plain_gradient_descent_goes_downhill_at_each_step()
    {
        KernelsLesson lesson = Radiographs.Lesson("kernel=laplacian&momentum=0");
        await _learning.StartAsync(lesson.LearningSettings, lesson.Image);
        await LearnAsync(300, alone: true);
        Assert.All(_learning.History.Zip(_learning.History.Skip(1)), pair => Assert.True(pair.Second.Loss < pair.First.Loss));
        Assert.Equal(300, _learning.Steps);
    }

    [Fact]
    public async Task Too_high_a_rate_diverges_and_stops_with_finite_weights()
    {
        KernelsLesson lesson = Radiographs.Lesson("kernel=laplacian&rate=1");
        await _learning.StartAsync(lesson.LearningSettings, lesson.Image);
        await LearnAsync();
        await _learning.MeasureAsync();
        Assert.True(_learning.HasDiverged);
        Assert.True(double.IsFinite(_learning.Error));
    }

    [Fact]
    public async Task The_same_settings_start_from_the_same_weights()
    {
        KernelsLesson lesson = Radiographs.Lesson("kernel=sobel");
        await _learning.StartAsync(lesson.LearningSettings, lesson.Image);
        Kernel first = _learning.Learned;
        await LearnAsync(10);
        Assert.NotEqual(first, _learning.Learned);
        await _learning.StartAsync(lesson.LearningSettings, lesson.Image);
        Assert.Equal(first, _learning.Learned);
        Assert.Equal(0, _learning.Steps);
        Assert.Empty(_learning.History);
    }

    [Fact]
    public async Task Its_history_stays_short_and_even_however_long_it_learns()
    {
        KernelsLesson lesson = Radiographs.Lesson("kernel=laplacian&momentum=0");
        await _learning.StartAsync(lesson.LearningSettings, lesson.Image);
        await LearnAsync(6000);
        Assert.InRange(_learning.History.Count, 300, 600);
        Assert.Single(_learning.History.Zip(_learning.History.Skip(1), (a, b) => b.Step - a.Step).Distinct());
    }

    public ValueTask DisposeAsync() => _learning.DisposeAsync();

    private async Task<int> LearnAsync(int most = Patience, bool alone = false)
    {
        while (_learning.Steps < most && await _learning.StepAsync(CancellationToken.None, alone) > 0) { }

        await _learning.MeasureAsync();
        return _learning.Steps;
    }
}
