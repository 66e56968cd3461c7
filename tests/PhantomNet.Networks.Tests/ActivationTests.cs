using PhantomNet.Networks.Tests.Reference;

namespace PhantomNet.Networks.Tests;

public sealed class ActivationTests
{
    /// <summary>Half a unit in the last place of the last digit that the page shows.</summary>
    private const double ShownDigits = 5e-5;

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(2, 0.880797)]
    [InlineData(-2, 0.119203)]
    [InlineData(5, 0.993307)]
    [InlineData(10, 0.9999546)]
    [InlineData(-10, 4.539787e-5)]
    public void Sigmoid_has_its_known_values(float z, double expected) =>
        Assert.Equal(
            1,
            Activation.Sigmoid.Value(z) / expected,
            1e-6 /* the digits given above */
        );

    [Theory]
    [InlineData(0, 0.25)]
    [InlineData(2, 0.104994)]
    [InlineData(5, 0.006648)]
    [InlineData(10, 0.0000454)]
    [InlineData(-2, 0.104994)]
    [InlineData(-10, 0.0000454)]
    public void Sigmoid_derivative_fades_away_from_zero(float z, double expected)
    {
        // 1 − a cancels where a is near 1: what a float32 value a can say about f′ is exact to one of its own roundings.
        double tolerance = Tolerance.Float + 5e-7; // and the digits given above
        Assert.Equal(expected, Activation.Sigmoid.Derivative(z), tolerance);
    }

    [Theory]
    [InlineData(1e4f, 1)]
    [InlineData(-1e4f, 0)]
    [InlineData(float.MaxValue, 1)]
    [InlineData(float.MinValue, 0)]
    public void Sigmoid_saturates_without_overflow(float z, float expected) =>
        Assert.Equal(expected, Activation.Sigmoid.Value(z));

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0.76159, 0.41997)]
    [InlineData(-1, -0.76159, 0.41997)]
    [InlineData(3, 0.99505, 0.00987)]
    public void Tanh_has_its_known_values_and_derivatives(float z, double value, double derivative)
    {
        Assert.Equal(value, Activation.Tanh.Value(z), ShownDigits);
        Assert.Equal(derivative, Activation.Tanh.Derivative(z), ShownDigits);
    }

    [Theory]
    [InlineData(Activation.Identity, -3, -3, 1)]
    [InlineData(Activation.Identity, 2, 2, 1)]
    [InlineData(Activation.Step, 0.1f, 1, 0)]
    [InlineData(Activation.Step, 0, 0, 0)]
    [InlineData(Activation.Step, -0.1f, 0, 0)]
    [InlineData(Activation.ReLU, 2, 2, 1)]
    [InlineData(Activation.ReLU, 0, 0, 0)]
    [InlineData(Activation.ReLU, -2, 0, 0)]
    [InlineData(Activation.LeakyReLU, 2, 2, 1)]
    [InlineData(Activation.LeakyReLU, 0, 0, 0.01f)]
    [InlineData(Activation.LeakyReLU, -2, -0.02f, 0.01f)]
    public void Piecewise_linear_functions_are_exact(Activation function, float z, float value, float derivative)
    {
        Assert.Equal(value, function.Value(z));
        Assert.Equal(derivative, function.Derivative(z));
    }

    [Theory]
    [InlineData(Activation.Identity)]
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.ReLU)]
    [InlineData(Activation.LeakyReLU)]
    public void Derivative_matches_finite_differences(Activation function)
    {
        foreach (float z in new[] { -4f, -1.3f, -0.2f, 0.3f, 1.7f, 4f })
        {
            double[] slope = FiniteDifferences.Gradient(x => ReferenceNetwork.Apply(function, x[0]), [z]);
            Assert.Equal(slope[0], function.Derivative(z), Tolerance.FloatSum);
        }
    }

    [Theory]
    [InlineData(Activation.Identity)]
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.ReLU)]
    [InlineData(Activation.LeakyReLU)]
    public void No_trainable_function_hides_a_NaN(Activation function) => Assert.True(float.IsNaN(function.Value(float.NaN)));

    [Fact]
    public void An_unknown_function_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Activation)99).Value(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Activation)99).DerivativeFromValue(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Activation)99).Name());
    }

    [Fact]
    public void Every_function_has_its_own_name()
    {
        Activation[] functions = Enum.GetValues<Activation>();
        Assert.Equal(functions.Length, functions.Select(function => function.Name()).Distinct(StringComparer.Ordinal).Count());
    }
}
