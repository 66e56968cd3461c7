using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Imaging.Step4Layers;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Imaging.Tests.Step4Layers;

public sealed class LayersLessonTests : IDisposable
{
    private readonly LayersLesson _lesson = new(new InstantFrames(), TrainedModel.Loaded, new TextbookRunnerFactory());

    public void Dispose() => _lesson.Dispose();

    [Fact]
    public void Fewer_layers_take_the_layer_that_is_looked_at_along()
    {
        _lesson.ChooseLayers(5);
        _lesson.LookAtLayer(5);
        _lesson.ChooseLayers(2);
        Assert.Equal((2, 2), (_lesson.State.Layers, _lesson.State.Layer));
        _lesson.ChooseLayers(double.NaN);
        _lesson.ChooseFilters(1e9);
        Assert.Equal((2, 8), (_lesson.State.Layers, _lesson.State.Filters));
        Assert.Equal(8, _lesson.Architecture.Filters);
    }

    [Theory]
    [InlineData("")]
    [InlineData("layers=1")]
    [InlineData("layers=1&layer=4&filters=99&pool=0&unit=-3&map=1e9&survey=100&mask=nonsense&patient=NaN")]
    [InlineData("layers=5&layer=5&row=63&column=0&unit=55&mask=heartborder&untrained=1&survey=240&ill=0&patient=200")]
    public void Its_state_comes_back_from_the_address(string query)
    {
        LayersState state = LayersState.Read(new QueryReader(query));
        QueryWriter written = new();
        state.Write(written);
        Assert.Equal(state, LayersState.Read(new QueryReader(written.ToString())));
        Assert.InRange(state.Layer, 1, state.Layers);
        Assert.Contains(state.Survey, LayersState.Surveys);
    }

    [Fact]
    public void A_patient_has_a_healthy_and_an_ill_twin_in_number_alone()
    {
        Assert.Equal((1, true), (LayersLesson.PatientIndex(_lesson.State), _lesson.State.Ill));
        _lesson.ChooseIll(false);
        Assert.Equal(0, LayersLesson.PatientIndex(_lesson.State));
        _lesson.NextPatient();
        Assert.Equal(2, LayersLesson.PatientIndex(_lesson.State));
    }

    [Fact]
    public void A_unit_under_the_pointer_is_looked_into_until_it_leaves()
    {
        int told = 0;
        _lesson.Hovered += () => told++;
        _lesson.Hover(7);
        _lesson.Hover(7);
        Assert.Equal((7, 1), (_lesson.Unit, told));
        _lesson.Hover(null);
        Assert.Equal((_lesson.State.Unit, 2), (_lesson.Unit, told));
        _lesson.Hover(9);
        _lesson.ChooseUnit(3);
        Assert.Equal(3, _lesson.Unit);
    }

    [Fact]
    public async Task The_bench_shows_the_wanted_patient_and_surveys_only_when_told()
    {
        LayersBench bench = _lesson.Bench;
        await bench.RunAsync();
        Assert.Equal(1, bench.Patient!.Index);
        Assert.Equal(DesignedMap.All.Count, bench.Patient.Designed.Count);
        Assert.Equal(0, bench.Survey.Done);
        await bench.SilenceAsync([3]);
        Assert.Empty(bench.Silenced);

        _lesson.NextPatient();
        await bench.ToggleSurveyAsync();
        Assert.Equal((3, 60, false), (bench.Patient!.Index, bench.Survey.Done, bench.IsSurveying));
        await bench.SilenceAsync([3, 24, 3]);
        Assert.Equal([24, 3], bench.Silenced.Select(result => result.Unit));
        Assert.Equal((60, 0), (bench.Silenced[0].After.Count, bench.Waiting));

        // What a patient's radiograph is run for meanwhile doesn't touch the survey.
        TextbookRunnerFactory runners = new();
        using LearnedNetworks networks = new(TrainedModel.Loaded, runners);
        using DesignedNetwork designed = new(runners);
        PatientSurvey alone = new(networks, designed);
        while (await alone.AdvanceAsync(8, 60) > 0) { }
        Assert.Equal(alone.Trained.Margins, bench.Survey.Trained.Margins);
        Assert.Equal(alone.DesignedScores.ToArray(), bench.Survey.DesignedScores.ToArray());

        _lesson.Reset();
        Assert.Equal((0, 0), (bench.Survey.Done, bench.Silenced.Count));
    }

    [Fact]
    public void Who_is_gone_back_to_before_the_next_is_finished_is_shown_in_all_parts()
    {
        FakeFrames frames = new() { MsPerLook = 30 };
        using LayersLesson lesson = new(frames, TrainedModel.Loaded, new TextbookRunnerFactory());
        LayersBench bench = lesson.Bench;
        Task first = bench.RunAsync();
        while (bench.Patient is null)
        {
            frames.Tick();
        }

        PatientView before = bench.Patient;
        lesson.NextPatient();
        Task second = bench.RunAsync();
        while (bench.PatientWith(PatientPart.Ladder) == before)
        {
            frames.Tick();
        }

        Assert.Equal((3, 1), (bench.PatientWith(PatientPart.Image)!.Index, bench.Patient.Index));
        lesson.Load(LayersState.Default);
        while (!second.IsCompleted)
        {
            frames.Tick();
        }

        Assert.True(first.IsCompleted);
        Assert.All(Enum.GetValues<PatientPart>(), part => Assert.Same(before, bench.PatientWith(part)));
    }

    [Fact]
    public async Task A_survey_can_be_paused_and_made_larger()
    {
        FakeFrames frames = new() { MsPerLook = 30 };
        using LayersLesson lesson = new(frames, TrainedModel.Loaded, new TextbookRunnerFactory());
        Task run = lesson.Bench.ToggleSurveyAsync();
        while (lesson.Bench.Survey.Done < 2)
        {
            frames.Tick();
        }

        await Task.WhenAny(lesson.Bench.ToggleSurveyAsync(), Task.Delay(1, TestContext.Current.CancellationToken));
        Assert.False(lesson.Bench.IsSurveying);
        frames.Tick();
        int done = lesson.Bench.Survey.Done;
        Assert.InRange(done, 2, 3);
        Assert.True(run.IsCompleted);
    }
}
