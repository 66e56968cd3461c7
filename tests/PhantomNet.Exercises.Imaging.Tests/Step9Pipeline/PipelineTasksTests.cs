using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Imaging.Step9Pipeline;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;
using PhantomNet.Networks.Runners;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Step9Pipeline;

public sealed class PipelineTasksTests : IDisposable
{
    private readonly PipelineLesson _lesson = new(new InstantFrames(), new TextbookRunnerFactory());

    public void Dispose() => _lesson.Dispose();

    [Fact]
    public void Four_times_the_weights_need_as_many_multiply_adds()
    {
        LessonTask task = Task("arithmetic");
        Assert.False(task.Observe(1).Met);
        _lesson.ChooseStage(7);
        Observation right = task.Observe(1);
        Assert.True(right.Met);
        Assert.Equal("1,179,648 and 1,179,648: 1.00 times as many. As you predicted.", right.Text);
        Assert.Contains("not used once", task.Observe(4).Text, StringComparison.Ordinal);
        _lesson.Choose(Architecture.Course);
        Assert.False(task.Observe(1).Met);
    }

    [Fact]
    public void Nearly_all_parameters_of_the_courses_network_are_in_one_stage()
    {
        LessonTask task = Task("parameters");
        _lesson.ChooseStage(11);
        Assert.False(task.Observe(99).Met);
        _lesson.Choose(Architecture.Course);
        Assert.Equal("25,690,368 of 25,783,554, 99.6 %. Your prediction was right.", task.Observe(99).Text);
        Assert.Contains("You said 50 %", task.Observe(50).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quarter_or_less_gets_a_gradient_through_a_pool()
    {
        LessonTask task = Task("gradient");
        _lesson.ChooseStage(8);
        _lesson.Choose(Direction.Backward);
        Assert.Contains("Wait", task.Observe(2).Text, StringComparison.Ordinal);
        await WorkAsync();
        Observation right = task.Observe(2);
        Assert.True(right.Met);
        Assert.EndsWith("As you predicted.", right.Text, StringComparison.Ordinal);
        Assert.InRange(_lesson.Maps!.Values.Count(value => value != 0), 1, 8192 / 4);
        Assert.Contains("One of four wins", task.Observe(0).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_is_compared_with_the_truth_and_with_random_weights()
    {
        LessonTask task = Task("saliency");
        Assert.False(task.Observe(0).Met);
        _lesson.Choose(Weights.Random);
        Assert.Contains("aren’t there yet", task.Observe(0).Text, StringComparison.Ordinal);
        await WorkAsync();
        Observation right = task.Observe(0);
        Assert.True(right.Met);
        Assert.Contains("As you predicted.", right.Text, StringComparison.Ordinal);
        Assert.Contains("logit difference goes from", right.Text, StringComparison.Ordinal);
        Assert.Contains("another share", task.Observe(2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patient_whom_the_network_misses_is_refused()
    {
        int missed = Enumerable
            .Range(1, PipelineState.MostNumber(SetPart.Test))
            .First(number => IsMissed(new PatientChoice(SetPart.Test, number, Label: 1)));
        _lesson.ChooseNumber(missed);
        _lesson.Choose(Weights.Random);
        await WorkAsync();
        Assert.Contains("misses", Task("saliency").Observe(0).Text, StringComparison.Ordinal);
    }

    private static bool IsMissed(PatientChoice patient)
    {
        PatientShot shot = Chains.Take(patient);
        return shot.HasLesion && TrainedModel.Margins(TrainedModel.Loaded.Build().Forward(shot.Input, batch: 1))[0] < 0;
    }

    private LessonTask Task(string id) => _lesson.Tasks.Single(task => task.Id == id);

    private Task WorkAsync()
    {
        _lesson.Bench.Want(_lesson.State);
        return _lesson.Bench.RunAsync();
    }
}
