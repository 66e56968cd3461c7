using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Imaging.Step4Layers;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Imaging.Tests.Step4Layers;

public sealed class LayersTaskTests : IDisposable
{
    private readonly LayersLesson _lesson = new(new InstantFrames(), TrainedModel.Loaded, new TextbookRunnerFactory());

    public void Dispose() => _lesson.Dispose();

    [Fact]
    public void No_task_is_met_at_the_start() => Assert.All(_lesson.Tasks, task => Assert.False(task.Observe(1).Met));

    [Fact]
    public void Layer_3_sees_18_rows_with_pooling_alone()
    {
        _lesson.LookAtLayer(3);
        Assert.StartsWith(
            "As you predicted. One place of layer 3 sees 18 × 18",
            Task("sight").Observe(18).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("without pooling", Task("sight").Observe(7).Text, StringComparison.Ordinal);
        Assert.Contains("don’t multiply", Task("sight").Observe(27).Text, StringComparison.Ordinal);
        _lesson.Pool(false);
        Assert.False(Task("sight").Observe(18).Met);
    }

    [Fact]
    public void Twice_the_filters_are_four_times_the_parameters()
    {
        Assert.False(Task("filters").Observe(2).Met);
        _lesson.ChooseFilters(8);
        Observation seen = Task("filters").Observe(1);
        Assert.True(seen.Met);
        Assert.Contains(
            "With 4 filters layer 2 has 148 parameters, with 8 it has 584: 3.95 times as many.",
            seen.Text,
            StringComparison.Ordinal
        );
        Assert.StartsWith("More than twice", seen.Text, StringComparison.Ordinal);
        Assert.StartsWith("As you predicted", Task("filters").Observe(2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anatomy_and_silence_are_met_by_a_survey_and_a_unit_of_block_3()
    {
        await _lesson.Bench.ToggleSurveyAsync();
        PatientSurvey survey = _lesson.Bench.Survey;
        Observation anatomy = Task("anatomy").Observe(0);
        Assert.True(anatomy.Met);
        Assert.Contains(
            $"{survey.Trained.CountAbove(0.9)} of 56 units in the trained network",
            anatomy.Text,
            StringComparison.Ordinal
        );
        Assert.Single(
            Enumerable.Range(0, 3),
            option => Task("anatomy").Observe(option).Text.StartsWith("As you", StringComparison.Ordinal)
        );

        await _lesson.Bench.SilenceAsync([0]);
        Assert.False(Task("silence").Observe(0).Met);
        await _lesson.Bench.SilenceAsync([InnerUnits.First(2)]);
        Observation silence = Task("silence").Observe(0);
        Assert.True(silence.Met);
        Assert.Contains("Without unit 3.1 the accuracy went from", silence.Text, StringComparison.Ordinal);
        Assert.Single(
            Enumerable.Range(0, 3),
            option => Task("silence").Observe(option).Text.StartsWith("As you", StringComparison.Ordinal)
        );
    }

    private LessonTask Task(string id) => _lesson.Tasks.Single(task => task.Id == id);
}
