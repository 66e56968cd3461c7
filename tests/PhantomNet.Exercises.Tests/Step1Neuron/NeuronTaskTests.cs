using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Step1Neuron;

namespace PhantomNet.Exercises.Tests.Step1Neuron;

public sealed class NeuronTaskTests
{
    private readonly NeuronLesson _lesson = new();

    [Theory]
    [InlineData("flip")]
    [InlineData("scale")]
    [InlineData("zero")]
    [InlineData("learn")]
    public void No_task_is_met_before_anything_is_done(string id) => Assert.False(Observe(id, 0).Met);

    [Fact]
    public void The_bias_that_turns_the_verdict_is_minus_0_41()
    {
        _lesson.SetB(-0.42);
        Assert.False(Observe("flip", -0.41).Met);
        _lesson.SetB(-0.40);
        Assert.False(Observe("flip", -0.41).Met);
        _lesson.SetB(-0.41);
        Assert.True(Observe("flip", -0.41).Met);
        Assert.Contains("You said so", Observe("flip", -0.41).Text, StringComparison.Ordinal);
        Assert.Contains("You said 0.20", Observe("flip", 0.2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bias_counts_only_with_the_other_numbers_as_they_were()
    {
        _lesson.SetB(-0.41);
        _lesson.SetW1(0.6);
        Assert.False(Observe("flip", -0.41).Met);
    }

    [Fact]
    public void Doubling_everything_meets_the_second_task_and_compares_the_scores()
    {
        _lesson.SetW1(1.4);
        _lesson.SetW2(-1);
        Assert.False(Observe("scale", 0).Met);
        _lesson.SetB(0.2);
        Observation right = Observe("scale", 0);
        Assert.True(right.Met);
        Assert.Contains("from 0.625 to 0.735", right.Text, StringComparison.Ordinal);
        Assert.Contains("otherwise", Observe("scale", 1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weight_of_zero_meets_the_third_task_while_the_line_is_in_the_picture()
    {
        _lesson.SetW1(0);
        Assert.True(Observe("zero", 1).Met);
        Assert.Contains("As you said", Observe("zero", 1).Text, StringComparison.Ordinal);
        Assert.Contains("otherwise", Observe("zero", 0).Text, StringComparison.Ordinal);
        _lesson.SetB(1);
        Assert.False(Observe("zero", 1).Met);
    }

    [Fact]
    public void Twenty_five_steps_from_the_start_meet_the_fourth_task()
    {
        _lesson.Descend(24);
        Assert.False(Observe("learn", 2).Met);
        _lesson.Descend(1);
        Observation observation = Observe("learn", 2);
        Assert.True(observation.Met);
        Assert.Contains("As you said", observation.Text, StringComparison.Ordinal);
        Assert.Contains("otherwise", Observe("learn", 0).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_from_elsewhere_do_not_meet_it()
    {
        _lesson.SetW1(0.9);
        _lesson.Descend(25);
        Assert.False(Observe("learn", 2).Met);
    }

    [Fact]
    public void Every_task_has_exactly_one_right_explanation()
    {
        Assert.All(_lesson.Tasks, task => Assert.Single(task.Explain.Answers, answer => answer.IsRight));
        Assert.Equal(_lesson.Tasks.Count, _lesson.Tasks.Select(task => task.Id).Distinct(StringComparer.Ordinal).Count());
    }

    private Observation Observe(string id, double predicted) => _lesson.Tasks.Single(task => task.Id == id).Observe(predicted);
}
