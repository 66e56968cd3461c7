using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Step1Neuron;

namespace PhantomNet.Exercises.Tests.Step1Neuron;

public sealed class NeuronDescentTests
{
    private const double Float = 2e-6; // the engine computes in float32

    private readonly NeuronLesson _lesson = new();

    [Fact]
    public void The_gradient_of_the_engine_is_the_mean_of_p_minus_y_times_x()
    {
        foreach (Weights weights in (Weights[])[new(0.7, -0.5, 0.1), new(-2, 2, 1.3), new(0, 0, 0)])
        {
            PatientGradient gradient = new SingleNeuron().Gradient(weights);
            (Weights mean, double loss) = ClosedForm(weights);
            Assert.Equal(mean.W1, gradient.Mean.W1, Float);
            Assert.Equal(mean.W2, gradient.Mean.W2, Float);
            Assert.Equal(mean.B, gradient.Mean.B, Float);
            Assert.Equal(loss, gradient.Loss, Float);
            Assert.Equal(mean.W1, gradient.Pulls.Average(pull => pull.Gradient1), Float);
            Assert.Equal(mean.W2, gradient.Pulls.Average(pull => pull.Gradient2), Float);
            Assert.Equal(mean.B, gradient.Pulls.Average(pull => pull.Error), Float);
        }
    }

    [Fact]
    public void A_step_moves_w_and_b_against_the_gradient()
    {
        Weights start = _lesson.State.Weights;
        (Weights mean, _) = ClosedForm(start);
        _lesson.SetRate(3);
        _lesson.Descend(1);
        Assert.Equal(start.W1 - (3 * mean.W1), _lesson.State.W1, 3 * Float);
        Assert.Equal(start.W2 - (3 * mean.W2), _lesson.State.W2, 3 * Float);
        Assert.Equal(start.B - (3 * mean.B), _lesson.State.B, 3 * Float);
    }

    [Fact]
    public void Twenty_five_steps_are_twenty_five_times_one()
    {
        NeuronLesson other = new();
        _lesson.Descend(25);
        for (int i = 0; i < 25; i++)
        {
            other.Descend(1);
        }

        Assert.Equal(_lesson.State, other.State);
        Assert.Equal(25, _lesson.Steps);
        Assert.True(_lesson.Gradient.Loss < _lesson.LossBefore);
    }

    [Fact]
    public void Descent_reaches_the_least_loss_that_the_patients_were_made_for()
    {
        _lesson.SetRate(4);
        _lesson.Descend(300);
        Assert.Equal(0.627, _lesson.Gradient.Loss, 0.0005);
        Assert.Equal(1.754, _lesson.State.W1, 0.002);
        Assert.Equal(1.893, _lesson.State.W2, 0.002);
        Assert.Equal(-1.900, _lesson.State.B, 0.002);
        Assert.Equal(8, _lesson.RightCount);
    }

    [Fact]
    public void A_held_bias_stays()
    {
        _lesson.SetHoldBias(true);
        _lesson.Descend(25);
        Assert.Equal(0.1, _lesson.State.B);
        Assert.All(_lesson.Path, weights => Assert.Equal(0.1, weights.B));
    }

    [Fact]
    public void A_learning_rate_too_large_stops_at_the_range_and_says_why()
    {
        _lesson.SetRate(10);
        _lesson.Descend(25);
        Assert.InRange(_lesson.Steps, 0, 24);
        Assert.Contains("smaller learning rate", _lesson.Notice, StringComparison.Ordinal);
        Assert.InRange(_lesson.State.B, -2, 2);
    }

    [Fact]
    public void The_weights_before_the_descent_come_back()
    {
        _lesson.Descend(5);
        _lesson.Descend(5);
        _lesson.Rewind();
        Assert.Equal(NeuronState.Default, _lesson.State);
        Assert.Equal(0, _lesson.Steps);
    }

    [Fact]
    public void A_weight_set_by_hand_begins_a_new_path_and_another_input_does_not()
    {
        _lesson.Descend(5);
        _lesson.SetX1(0.2);
        Assert.Equal(5, _lesson.Steps);
        _lesson.SetW1(1);
        Assert.Equal(0, _lesson.Steps);
        Assert.Equal(_lesson.State.Weights, _lesson.Path[0]);
    }

    [Fact]
    public void The_first_step_makes_an_entry_of_the_history_and_the_next_ones_change_it()
    {
        List<HistoryEntry> entries = [];
        _lesson.Changed += entries.Add;
        _lesson.Descend(1);
        _lesson.Descend(5);
        Assert.Equal([HistoryEntry.New, HistoryEntry.Same], entries);
    }

    [Fact]
    public void The_surface_holds_the_loss_at_every_position_of_the_sliders()
    {
        LossSurface surface = new(new SingleNeuron());
        surface.Begin(-0.4);
        while (!surface.IsComplete)
        {
            surface.FillRow();
        }

        Assert.Equal(-2, LossSurface.WeightAt(0));
        Assert.Equal(2, LossSurface.WeightAt(LossSurface.Side - 1));
        foreach ((int i, int j) in ((int, int)[])[(0, 0), (27, 15), (40, 40), (3, 38)])
        {
            Assert.Equal(ClosedForm(new(LossSurface.WeightAt(i), LossSurface.WeightAt(j), -0.4)).Loss, surface[i, j], Float);
        }
    }

    [Fact]
    public void The_surface_is_convex_along_rows_and_columns()
    {
        LossSurface surface = new(new SingleNeuron());
        surface.Begin(0.1);
        while (!surface.IsComplete)
        {
            surface.FillRow();
        }

        for (int i = 1; i < LossSurface.Side - 1; i++)
        {
            for (int j = 0; j < LossSurface.Side; j++)
            {
                Assert.True(surface[i - 1, j] + surface[i + 1, j] - (2 * surface[i, j]) > -Float);
                Assert.True(surface[j, i - 1] + surface[j, i + 1] - (2 * surface[j, i]) > -Float);
            }
        }
    }

    private static (Weights Mean, double Loss) ClosedForm(Weights weights)
    {
        Weights mean = default;
        double loss = 0;
        int count = Patient.All.Count;
        foreach (Patient patient in Patient.All)
        {
            double p = 1 / (1 + Math.Exp(-weights.At(patient.X1, patient.X2)));
            double error = p - patient.Label;
            mean = new(
                mean.W1 + (error * patient.X1 / count),
                mean.W2 + (error * patient.X2 / count),
                mean.B + (error / count)
            );
            loss -= Math.Log(patient.Label == 1 ? p : 1 - p) / count;
        }

        return (mean, loss);
    }
}
