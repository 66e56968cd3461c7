using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Step3Activations;
using PhantomNet.Networks;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Tests.Step3Activations;

public sealed class ActivationLessonTests
{
    private readonly ActivationLesson _lesson = new(new TextbookRunnerFactory());

    [Fact]
    public void The_sigmoid_at_zero_is_one_half_with_slope_one_quarter()
    {
        Assert.Equal("0.500", Written.Fixed(_lesson.Value));
        Assert.Equal("0.250", Written.Fixed(_lesson.Derivative));
    }

    [Fact]
    public void What_is_shown_is_what_the_engine_gives_to_every_digit()
    {
        foreach (Activation function in ActivationLesson.Functions)
        {
            _lesson.Choose(function);
            for (double z = -5; z <= 5; z += 0.25)
            {
                _lesson.MoveZ(z);
                Assert.Equal(function.Value((float)z), _lesson.Value);
                Assert.Equal(function.Derivative((float)z), _lesson.Derivative);
                // The neuron meets the same z but for the last bit, so its output is the same to three decimals.
                Assert.Equal(_lesson.Value, _lesson.Chain.Output, 1e-6);
            }
        }
    }

    [Fact]
    public void The_corner_and_the_jump_are_named_at_zero_alone()
    {
        _lesson.Choose(Activation.ReLU);
        Assert.True(_lesson.IsAtCorner);
        _lesson.MoveZ(0.05);
        Assert.False(_lesson.IsAtCorner);
        _lesson.Choose(Activation.Step);
        Assert.False(_lesson.IsAtJump);
        _lesson.MoveZ(0);
        Assert.True(_lesson.IsAtJump);
    }

    [Fact]
    public void Switched_off_the_neuron_gives_its_weighted_sum()
    {
        _lesson.MoveZ(-1.5);
        _lesson.Switch(on: false);
        Assert.Equal(-1.5f, _lesson.Chain.Output);
    }

    [Theory]
    [InlineData(99, 5)]
    [InlineData(double.NegativeInfinity, -5)]
    [InlineData(double.NaN, 0)]
    [InlineData(1.2345, 1.23)]
    public void Z_stays_in_its_range(double asked, double z)
    {
        _lesson.MoveZ(asked);
        Assert.Equal(z, _lesson.State.Z);
    }

    [Fact]
    public void Choices_make_a_history_entry_and_sliders_do_not()
    {
        List<HistoryEntry> entries = [];
        _lesson.Changed += entries.Add;
        _lesson.Choose(Activation.Tanh);
        _lesson.MoveZ(1);
        Assert.Equal(new[] { HistoryEntry.New, HistoryEntry.Same }, entries);
    }

    [Fact]
    public void Reset_goes_back_to_the_start_and_starts_the_fit_anew()
    {
        _lesson.StackLayers(3);
        _lesson.Reset();
        Assert.Equal(ActivationState.Default, _lesson.State);
        Assert.Null(_lesson.Fit.Settings);
    }

    [Fact]
    public void What_is_slow_is_computed_once()
    {
        HiddenNeurons before = _lesson.Hidden;
        _lesson.MoveZ(2);
        Assert.Same(before, _lesson.Hidden);
        _lesson.NewHiddenWeights();
        Assert.NotSame(before, _lesson.Hidden);
    }

    [Fact]
    public void Numbers_are_written_with_a_true_minus_and_no_negative_zero()
    {
        Assert.Equal("−1.250", Written.Fixed(-1.25));
        Assert.Equal("0.000", Written.Fixed(-0.0001));
        Assert.Equal("4.54e−5", Written.Significant(4.5398e-5));
        Assert.Equal("0.105", Written.Significant(0.10499));
        Assert.Equal("1.00", Written.Significant(1));
        Assert.Equal("0.0100", Written.Significant(0.01f));
        Assert.Equal("−0.00665", Written.Significant(-0.006648));
        Assert.Equal("2.62e5", Written.Significant(262144));
        Assert.Equal("0", Written.Significant(0));
    }
}
