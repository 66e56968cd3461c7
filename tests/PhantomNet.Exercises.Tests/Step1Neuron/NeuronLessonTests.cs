using PhantomNet.Exercises.Step1Neuron;

namespace PhantomNet.Exercises.Tests.Step1Neuron;

public sealed class NeuronLessonTests
{
    private const double Float = 1e-6; // the engine computes in float32
    private const double Rounding = 0.015; // weights are rounded to hundredths while they are dragged

    private readonly NeuronLesson _lesson = new();

    [Fact]
    public void At_the_start_z_is_0_51_and_the_score_0_625()
    {
        Assert.Equal(0.51, _lesson.Z, Float);
        Assert.Equal(1 / (1 + Math.Exp(-0.51)), _lesson.Score, Float);
        Assert.Equal("0.51", Shown.Number(_lesson.Z));
        Assert.Equal("0.625", Shown.Score(_lesson.Score));
        Assert.True(_lesson.SaysPneumonia);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.3)]
    public void A_score_of_one_half_is_not_above_it(double b)
    {
        // 1 · 0.3 + b is 0 as well.
        _lesson.Load(NeuronState.Default with { X1 = 0.3, W1 = -b / 0.3, X2 = 0, B = b });
        Assert.Equal(0.5, _lesson.Score);
        Assert.False(_lesson.SaysPneumonia);
    }

    [Fact]
    public void A_score_just_above_one_half_shows_it() => Assert.Equal("0.500012", Shown.Score(0.500012));

    [Fact]
    public void Dragging_the_line_moves_b_alone_and_brings_it_to_the_pointer()
    {
        _lesson.ShiftLine(0.5, 0.5);
        Assert.Equal(NeuronState.Default with { B = -0.1 }, _lesson.State);
        Assert.Equal(0, _lesson.Run(_lesson.State.Weights, 0.5, 0.5).Z, Float);
    }

    [Fact]
    public void A_line_dragged_too_far_stops_with_b_at_its_end()
    {
        _lesson.Load(NeuronState.Default with { W1 = 2, W2 = 2 });
        _lesson.ShiftLine(1.1, 1.1);
        Assert.Equal(-2, _lesson.State.B);
        Assert.NotNull(_lesson.Notice);
    }

    [Fact]
    public void Turning_the_line_keeps_its_handle_on_it_and_the_length_of_w()
    {
        (double x1, double x2) = _lesson.Handle;
        double length = _lesson.State.Weights.Length;
        for (int i = 0; i < 72; i++)
        {
            _lesson.TurnBy(5);
            Assert.Equal(length, _lesson.State.Weights.Length, Rounding);
            Assert.Equal(0, _lesson.State.Weights.At(x1, x2), Rounding);
        }

        Assert.Equal(0.7, _lesson.State.W1);
        Assert.Equal(-0.5, _lesson.State.W2);
    }

    [Fact]
    public void A_turn_that_would_leave_the_range_is_refused_and_says_so()
    {
        _lesson.Load(NeuronState.Default with { W1 = 2, W2 = 2, B = -2 });
        NeuronState before = _lesson.State;
        _lesson.TurnTo(0);
        Assert.Equal(before, _lesson.State);
        Assert.NotNull(_lesson.Notice);
    }

    [Fact]
    public void Without_weights_there_is_no_line_to_take()
    {
        _lesson.Load(NeuronState.Default with { W1 = 0, W2 = 0 });
        NeuronState before = _lesson.State;
        Assert.False(_lesson.HasLine);
        _lesson.ShiftLine(0.2, 0.2);
        _lesson.TurnBy(5);
        Assert.Equal(before, _lesson.State);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    [InlineData(-1e300)]
    public void No_input_takes_the_state_out_of_its_range(double value)
    {
        Action<double>[] commands =
        [
            _lesson.SetX1,
            _lesson.SetX2,
            _lesson.SetW1,
            _lesson.SetW2,
            _lesson.SetB,
            _lesson.SetRate,
            v => _lesson.MovePoint(v, v),
            v => _lesson.MoveWeights(v, v),
            v => _lesson.ShiftLine(v, v),
            _lesson.TurnTo,
        ];
        foreach (Action<double> command in commands)
        {
            command(value);
            NeuronState state = _lesson.State;
            Assert.InRange(state.X1, 0, 1);
            Assert.InRange(state.X2, 0, 1);
            Assert.InRange(state.W1, -2, 2);
            Assert.InRange(state.W2, -2, 2);
            Assert.InRange(state.B, -2, 2);
            Assert.InRange(state.Rate, NeuronState.MinRate, NeuronState.MaxRate);
            Assert.True(double.IsFinite(_lesson.Score));
        }
    }

    [Fact]
    public void Scaling_w_and_b_together_leaves_the_line_and_steepens_the_score()
    {
        Weights once = NeuronState.Default.Weights;
        Weights twice = new(2 * once.W1, 2 * once.W2, 2 * once.B);
        (double x1, double x2) = BoundaryLine.Handle(once);
        Assert.Equal(0.5, _lesson.Run(twice, x1, x2).Score, Float);
        Assert.True(_lesson.Run(twice, 0.8, 0.3).Score > _lesson.Run(once, 0.8, 0.3).Score);
    }

    [Fact]
    public void The_course_counts_as_many_tasks_as_there_are() =>
        Assert.Equal(Course.Find("neuron")!.TaskCount, _lesson.Tasks.Count);
}
