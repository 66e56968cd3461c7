using PhantomNet.Exercises.Step3Activations;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Tests.Step3Activations;

public sealed class HiddenNeuronsTests
{
    // Sums of five float32 values of order 5.
    private const double Rounding = 1e-5;

    public static TheoryData<Activation> Bending => [.. Enum.GetValues<Activation>().Where(f => f != Activation.Identity)];

    [Theory]
    [MemberData(nameof(Bending))]
    public void Switched_off_every_curve_and_the_sum_are_straight(Activation function)
    {
        HiddenNeurons off = new(function, on: false, identityShare: 0, seed: 1);
        Assert.All(off.Outputs, output => Assert.Equal(0, StraightLine.Minimax(off.X, output).Distance, Rounding));
        Assert.Equal(0, off.Distance, Rounding);
    }

    [Theory]
    [MemberData(nameof(Bending))]
    public void Switched_on_the_sum_bends(Activation function) =>
        Assert.True(new HiddenNeurons(function, on: true, identityShare: 0, seed: 1).Distance > 0.1);

    [Theory]
    [MemberData(nameof(Bending))]
    public void Wholly_turned_into_the_identity_it_is_the_same_as_off(Activation function)
    {
        HiddenNeurons turned = new(function, on: true, identityShare: 1, seed: 3);
        HiddenNeurons off = new(function, on: false, identityShare: 0, seed: 3);
        Assert.All(turned.Sum.Zip(off.Sum), pair => Assert.Equal(pair.Second, pair.First, Rounding));
    }

    // The sum of (1 − m)·f + m·identity is a line plus (1 − m) times the sum of f, and lines don't change the distance.
    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void The_distance_shrinks_in_step_with_the_share(double share)
    {
        double whole = new HiddenNeurons(Activation.Tanh, on: true, identityShare: 0, seed: 2).Distance;
        double part = new HiddenNeurons(Activation.Tanh, on: true, share, seed: 2).Distance;
        Assert.Equal((1 - share) * whole, part, Rounding);
    }

    [Fact]
    public void The_sum_is_the_weighted_sum_of_the_outputs()
    {
        HiddenNeurons hidden = new(Activation.Sigmoid, on: true, identityShare: 0, seed: 5);
        for (int n = 0; n < hidden.X.Length; n += 20)
        {
            double sum = Enumerable
                .Range(0, HiddenNeurons.Count)
                .Sum(i => (double)hidden.OutputWeights[i] * hidden.Outputs[i][n]);
            Assert.Equal(sum, hidden.Sum[n], Rounding);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_curves() =>
        Assert.Equal(
            new HiddenNeurons(Activation.ReLU, on: true, 0, seed: 4).Sum,
            new HiddenNeurons(Activation.ReLU, on: true, 0, seed: 4).Sum
        );
}
