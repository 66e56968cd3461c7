using PhantomNet.Networks.Optimizers;

namespace PhantomNet.Networks.Tests.Optimizers;

public sealed class OptimizerTests
{
    [Fact]
    public void Sgd_goes_down_the_gradient()
    {
        float[] parameters = [1, -2];
        new Sgd(0.5).Step(parameters, [4, -2], [], update: 1);
        Assert.Equal([-1, -1], parameters);
    }

    [Fact]
    public void Momentum_adds_a_share_of_the_last_step()
    {
        float[] parameters = [1];
        float[] slots = [0];
        Momentum momentum = new(LearningRate: 0.5, Factor: 0.5);
        momentum.Step(parameters, [2], slots, update: 1); // v = 2
        Assert.Equal(0, parameters[0]);
        momentum.Step(parameters, [1], slots, update: 2); // v = 1 + 1 = 2
        Assert.Equal(-1, parameters[0]);
        Assert.Equal(2, slots[0]);
    }

    [Theory]
    [InlineData(1e-3f)]
    [InlineData(-0.7f)]
    [InlineData(250)]
    public void The_first_step_of_Adam_is_the_learning_rate_whatever_the_gradient(float gradient)
    {
        float[] parameters = [0];
        new Adam(0.01).Step(parameters, [gradient], new float[2], update: 1);
        double epsilon = 1e-8 / Math.Abs(gradient); // Adam's ε shortens the step by this share
        Assert.Equal(-0.01 * Math.Sign(gradient), parameters[0], 0.01 * (epsilon + Tolerance.FloatSum));
    }

    [Fact]
    public void Two_steps_of_Adam_by_hand()
    {
        float[] parameters = [1];
        float[] slots = new float[2];
        Adam adam = new(LearningRate: 0.1, Beta1: 0.5, Beta2: 0.75, Epsilon: 1e-6);
        adam.Step(parameters, [2], slots, update: 1); // m = 1, v = 1, m̂ = 2, v̂ = 4
        Assert.Equal([1, 1], slots);
        Assert.Equal(0.9, parameters[0], Tolerance.FloatSum);
        adam.Step(parameters, [-1], slots, update: 2); // m = 0, v = 1, m̂ = 0
        Assert.Equal([0, 1], slots);
        Assert.Equal(0.9, parameters[0], Tolerance.FloatSum);
    }

    [Fact]
    public void The_slots_of_Adam_are_rounded_once()
    {
        float[] slots = new float[2];
        new Adam(0.01).Step(new float[1], [1], slots, update: 1);
        Assert.Equal([0.1f, 0.001f], slots);
    }

    [Fact]
    public void A_parameter_without_gradient_stays_under_every_optimizer()
    {
        foreach (OptimizerSpec optimizer in new OptimizerSpec[] { new Sgd(0.1), new Momentum(0.1), new Adam(0.1) })
        {
            float[] parameters = [3];
            optimizer.Step(parameters, [0], new float[optimizer.SlotsPerParameter], update: 1);
            Assert.Equal(3, parameters[0]);
        }
    }

    public static TheoryData<OptimizerSpec, string, string> BadSettings =>
        new()
        {
            { new Sgd(0), "learning rate is 0", "above 0" },
            { new Sgd(-1), "learning rate is -1", "above 0" },
            { new Sgd(double.NaN), "learning rate is NaN", "finite" },
            { new Momentum(double.PositiveInfinity), "learning rate is Infinity", "finite" },
            { new Momentum(0.1, 1), "momentum factor is 1", "below 1" },
            { new Momentum(0.1, -0.1), "momentum factor is -0.1", "at least 0" },
            { new Adam(0.1, Beta1: 1), "beta 1 is 1", "below 1" },
            { new Adam(0.1, Beta2: double.NaN), "beta 2 is NaN", "below 1" },
            { new Adam(0.1, Epsilon: 0), "epsilon is 0", "above 0" },
            { new Adam(0.1, Epsilon: 1e-60), "epsilon is 1E-60", "float32" },
        };

    [Theory]
    [MemberData(nameof(BadSettings))]
    public void A_setting_out_of_range_is_refused_with_its_value_and_range(OptimizerSpec optimizer, string given, string range)
    {
        string message = Assert.Throws<ArgumentException>(optimizer.Check).Message;
        Assert.Contains(given, message, StringComparison.Ordinal);
        Assert.Contains(range, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Slots_and_names_belong_to_each_optimizer()
    {
        Assert.Equal((0, "SGD"), (new Sgd(1).SlotsPerParameter, new Sgd(1).Name));
        Assert.Equal((1, "momentum"), (new Momentum(1).SlotsPerParameter, new Momentum(1).Name));
        Assert.Equal((2, "Adam"), (new Adam(1).SlotsPerParameter, new Adam(1).Name));
    }
}
