using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Step3Activations;
using PhantomNet.Networks;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Tests.Step3Activations;

public sealed class ActivationTasksTests
{
    private readonly ActivationLesson _lesson = new(new TextbookRunnerFactory());

    [Fact]
    public void There_are_as_many_as_the_course_says()
    {
        Assert.Equal(Course.Find("activation")!.TaskCount, _lesson.Tasks.Count);
        Assert.All(_lesson.Tasks, task => Assert.Single(task.Explain.Answers, answer => answer.IsRight));
    }

    [Fact]
    public void Switching_off_needs_an_activation_that_bends()
    {
        Assert.False(Observe("off", 1).Met);
        _lesson.Switch(on: false);
        Assert.Contains("As you predicted", Observe("off", 1).Text, StringComparison.Ordinal);
        Assert.True(Observe("off", 0).Met);
        _lesson.Choose(Activation.Identity);
        Assert.False(Observe("off", 1).Met);
    }

    [Fact]
    public void The_stack_needs_all_hundred_layers_and_no_activation()
    {
        _lesson.StackLayers(50);
        Assert.False(Observe("stack", 2).Met);
        _lesson.StackLayers(100);
        _lesson.SwitchStack(on: true);
        Assert.False(Observe("stack", 2).Met);
        _lesson.SwitchStack(on: false);
        Assert.Contains("Two, not 200", Observe("stack", 200).Text, StringComparison.Ordinal);
        Assert.True(Observe("stack", 2).Met);
    }

    [Fact]
    public void The_gradient_needs_sigmoids_at_zero_with_weights_one()
    {
        Assert.False(Observe("saturation", 2).Met);
        _lesson.MoveGradientZ(0);
        Assert.True(Observe("saturation", 2).Met);
        _lesson.Weigh(2);
        Assert.False(Observe("saturation", 2).Met);
    }

    [Fact]
    public async Task The_fit_needs_a_hundred_epochs_without_an_activation()
    {
        _lesson.SwitchFit(on: false);
        _lesson.SetNeurons(16);
        Assert.False(Observe("fit", 2).Met);
        await _lesson.Fit.StartAsync(_lesson.FitSettings);
        Assert.False(Observe("fit", 2).Met);
        while (_lesson.Fit.Epoch < 100)
        {
            await _lesson.Fit.TrainEpochAsync();
        }

        Assert.True(Observe("fit", 0).Met);
        _lesson.SetNeurons(15);
        Assert.False(Observe("fit", 2).Met);
    }

    private Observation Observe(string task, double prediction) => _lesson.Tasks.First(t => t.Id == task).Observe(prediction);
}
