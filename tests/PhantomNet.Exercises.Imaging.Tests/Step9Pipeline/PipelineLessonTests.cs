using PhantomNet.Exercises.Imaging.Step9Pipeline;
using PhantomNet.Exercises.Tests.Fakes;
using PhantomNet.Networks.Inspection;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Step9Pipeline;

public sealed class PipelineLessonTests : IDisposable
{
    private readonly PipelineLesson _lesson = new(new InstantFrames(), new TextbookRunnerFactory());

    public void Dispose() => _lesson.Dispose();

    [Fact]
    public async Task A_patient_comes_with_activations_gradients_and_a_map()
    {
        await WorkAsync();
        Assert.Equal(Chains.Trained.Output(12), _lesson.Bench.Chain!.Output(12));
        Assert.Equal(1, _lesson.Scores!.Sum(), 1e-5);
        _lesson.ChooseStage(7);
        Assert.Equal(32, _lesson.Maps!.Count);
        _lesson.Choose(Direction.Backward);
        Assert.Equal(Chains.Trained.Gradient(6), _lesson.Maps!.Values);
        Assert.NotNull(_lesson.Saliency);
        Assert.NotNull(_lesson.Overlap);
    }

    [Fact]
    public async Task The_answer_rests_on_the_lesion()
    {
        await WorkAsync();
        Assert.True(_lesson.Margin > 0);
        Assert.True(_lesson.MarginWithout < 0);
    }

    [Fact]
    public async Task A_normal_patient_has_no_overlap_and_nothing_to_take_out()
    {
        _lesson.ChooseLabel(false);
        await WorkAsync();
        Assert.False(_lesson.Bench.Shot!.HasLesion);
        Assert.Null(_lesson.Overlap);
        Assert.Equal(_lesson.Margin, _lesson.MarginWithout);
    }

    [Fact]
    public async Task Occlusion_is_made_in_slices_and_agrees_with_the_engine()
    {
        await WorkAsync();
        _lesson.Choose(SaliencyMethod.Healthy);
        await _lesson.Bench.ToggleOcclusionAsync();
        Assert.Equal(OcclusionRun.Total, _lesson.Bench.Occlusion.Done);
        await using TextbookRunner runner = new(
            Chains.Trained.Spec,
            new Networks.Training.TrainingSettings(new Networks.Optimizers.Sgd(1), 1),
            Networks.Training.SampleSet.OfClasses(Chains.Trained.Spec.Input, Chains.Shot.Input, [1]),
            Chains.Trained.Parameters
        );
        SaliencyMap places = await SaliencyMaps.Cover.MapAsync(runner, Chains.Shot.Input, 1, Chains.Shot.HealthyInput);
        Assert.Equal(SaliencyMaps.PerPixel(places, Chains.Trained.Spec.Input).Values, _lesson.Saliency!.Values);
        // Covered with itself in health, only patches on or near the lesion can matter much.
        Assert.True(_lesson.Overlap!.MassShare > 3 * _lesson.Overlap.AreaShare);
    }

    [Fact]
    public async Task Another_patient_ends_the_occlusion_under_way()
    {
        FakeFrames frames = new() { MsPerLook = 1 };
        using PipelineLesson lesson = new(frames, new TextbookRunnerFactory());
        _ = lesson.Bench.RunAsync();
        Tick(frames, () => lesson.Bench.Map(SaliencyMethod.GradCam, Weights.Trained) is null);
        lesson.Choose(SaliencyMethod.Grey);
        Task occluding = lesson.Bench.ToggleOcclusionAsync();
        frames.Tick();
        frames.Tick();
        Assert.True(lesson.Bench.Occlusion.IsRunning);
        lesson.NextPatient();
        Assert.False(lesson.Bench.Occlusion.IsRunning);
        Tick(frames, () => !occluding.IsCompleted);
        await occluding;
        Assert.Null(lesson.Saliency);
    }

    [Fact]
    public async Task Random_weights_have_their_own_map_and_a_likeness()
    {
        await WorkAsync();
        Assert.Null(_lesson.Likeness);
        _lesson.Choose(Weights.Random);
        await WorkAsync();
        Assert.InRange(_lesson.Likeness!.Value, -1, 1);
        SaliencyMap first = _lesson.Saliency!;
        Assert.Equal(SaliencyMaps.GradCamOf(Chains.Random(1)).Map.ResizedTo(64, 64).Values, first.Values);
        _lesson.NewWeights();
        await WorkAsync();
        Assert.NotEqual(first.Values, _lesson.Saliency!.Values);
    }

    [Fact]
    public async Task Running_goes_through_all_stages_and_stops_at_the_last()
    {
        List<int?> shown = [];
        _lesson.Changed += _ => shown.Add(_lesson.State.Stage);
        await _lesson.RunAsync();
        Assert.Equal(Enumerable.Range(0, 13).Select(stage => (int?)stage), shown);
        _lesson.Choose(Direction.Backward);
        shown.Clear();
        await _lesson.RunAsync();
        Assert.Equal(Enumerable.Range(0, 12).Select(stage => (int?)(11 - stage)), shown);
        Assert.False(_lesson.Player.IsRunning);
    }

    [Fact]
    public async Task Choosing_a_stage_stops_the_run()
    {
        FakeFrames frames = new();
        using PipelineLesson lesson = new(frames, new TextbookRunnerFactory());
        Task run = lesson.RunAsync();
        lesson.ChooseStage(4);
        frames.NowMs += 10_000;
        frames.Tick();
        await run;
        Assert.Equal(4, lesson.State.Stage);
    }

    [Fact]
    public void The_chosen_place_stays_over_the_same_part_of_the_image()
    {
        _lesson.ChooseStage(0);
        _lesson.Point(40, 20);
        _lesson.ChooseStage(9);
        Assert.Equal((5, 2), (_lesson.State.Row, _lesson.State.Column));
        _lesson.ChooseStage(1);
        Assert.Equal((40, 16), (_lesson.State.Row, _lesson.State.Column));
        _lesson.ChooseStage(12);
        _lesson.ChooseStage(9);
        Assert.Equal(PipelineState.Home(9), (_lesson.State.Row, _lesson.State.Column));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)] // Convolution 1: 3 × 3
    [InlineData(4, 4)] // Pooling 1 adds its neighbours: 2 × 2 windows of those
    [InlineData(5, 8)] // Convolution 2, two pixels apart: 4 + 2 × 2
    [InlineData(8, 18)] // Convolution 3, four pixels apart: 8 + 2 + 2 × 4
    [InlineData(12, 64)]
    public async Task What_a_number_sees_grows_from_stage_to_stage(int stage, int side)
    {
        Assert.Null(_lesson.Seen);
        await WorkAsync();
        _lesson.ChooseStage(stage - 1);
        PixelRectangle seen = _lesson.Seen!.Value;
        Assert.Equal((side, side), (seen.Height, seen.Width));
        Assert.True(stage == 12 || (_lesson.Row * 64 / _lesson.Maps!.Rows) - seen.Top < side);
    }

    [Fact]
    public async Task The_courses_network_has_no_maps()
    {
        await WorkAsync();
        _lesson.ChooseStage(5);
        _lesson.Choose(Architecture.Course);
        Assert.Null(_lesson.Maps);
        Assert.Equal(64, _lesson.Stage!.Output.Channels);
    }

    [Fact]
    public void Patients_of_the_test_were_never_seen_and_the_page_says_so()
    {
        PatientChoice test = PatientChoice.Of(PipelineState.Default);
        PatientChoice training = test with { Part = SetPart.Training };
        Assert.Contains("never saw", test.Standing, StringComparison.Ordinal);
        Assert.Contains("learned from", training.Standing, StringComparison.Ordinal);
        Assert.NotEqual(test.Settings.Patient.Seed, training.Settings.Patient.Seed);
        Assert.NotNull(test.Settings.Disease);
        Assert.Null((test with { Label = 0 }).Settings.Disease);
    }

    [Fact]
    public void Numbers_that_make_no_sense_change_nothing_or_go_to_the_end()
    {
        _lesson.ChooseNumber(double.NaN);
        Assert.Equal(PipelineState.Default, _lesson.State);
        _lesson.ChooseNumber(1e9);
        Assert.Equal(500, _lesson.State.Number);
        _lesson.CutAt(double.PositiveInfinity);
        Assert.Equal(PipelineState.MostCut, _lesson.State.Cut);
        _lesson.Step(-1);
        _lesson.Step(-99);
        Assert.Equal(0, _lesson.State.Stage);
        _lesson.ChooseStage(99);
        Assert.Equal(12, _lesson.State.Stage);
        _lesson.Point(-5, int.MaxValue);
        Assert.Equal((0, PipelineState.MostPlace), (_lesson.State.Row, _lesson.State.Column));
    }

    private static void Tick(FakeFrames frames, Func<bool> untilNot)
    {
        for (int i = 0; i < 5000 && untilNot(); i++)
        {
            frames.Tick();
        }
    }

    private Task WorkAsync()
    {
        _lesson.Bench.Want(_lesson.State);
        return _lesson.Bench.RunAsync();
    }
}
