using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Step3Activations;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Tests.Step3Activations;

public sealed class ActivationStateTests
{
    private static readonly ActivationState Other = new()
    {
        Function = Activation.LeakyReLU,
        Z = -1.25,
        On = false,
        HiddenSeed = 7,
        Morph = 40,
        Layers = 12,
        StackOn = true,
        StackSeed = 9,
        GradientZ = -2.5,
        Weight = 1.75,
        Target = FitTarget.Abs,
        Neurons = 3,
        FitOn = false,
        FitSeed = 11,
        Rate = 0.005,
    };

    [Fact]
    public void The_default_needs_no_query() => Assert.Equal("", Written(ActivationState.Default));

    [Fact]
    public void Every_field_survives_the_address() => Assert.Equal(Other, Read(Written(Other)));

    [Theory]
    [InlineData("z=99", 5)]
    [InlineData("z=-1e300", -5)]
    [InlineData("z=NaN", 0)]
    [InlineData("z=", 0)]
    [InlineData("z=0.123456", 0.12)]
    public void A_bad_z_becomes_a_good_one(string query, double z) => Assert.Equal(z, Read(query).Z);

    [Theory]
    [InlineData("f=nonsense&layers=1e9&neurons=-3&target=99&seed=0&morph=x&on=2&rate=0&gw=NaN")]
    [InlineData("%zz&&&=&f&f=%F0")]
    public void Nonsense_becomes_a_state_that_can_be_shown(string query)
    {
        ActivationState state = Read(query);
        Assert.InRange(state.Layers, 1, ActivationState.MaxLayers);
        Assert.InRange(state.Neurons, 1, ActivationState.MaxNeurons);
        Assert.InRange(state.Rate, ActivationState.MinRate, ActivationState.MaxRate);
        Assert.True(Enum.IsDefined(state.Function) && Enum.IsDefined(state.Target));
    }

    private static ActivationState Read(string query) => ActivationState.Read(new QueryReader(query));

    private static string Written(ActivationState state)
    {
        QueryWriter query = new();
        state.Write(query);
        return query.ToString();
    }
}
