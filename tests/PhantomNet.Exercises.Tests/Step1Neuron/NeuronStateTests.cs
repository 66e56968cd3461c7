using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Step1Neuron;

namespace PhantomNet.Exercises.Tests.Step1Neuron;

public sealed class NeuronStateTests
{
    [Fact]
    public void The_default_leaves_the_address_empty() => Assert.Equal("", Write(NeuronState.Default));

    [Fact]
    public void A_state_survives_the_address()
    {
        NeuronState state = new(0.25, 1, -1.343451, 2, -0.07, Rate: 4.5, HoldBias: true);
        Assert.Equal(state, NeuronState.Read(new QueryReader(Write(state))));
        Assert.Equal(NeuronState.Default, NeuronState.Read(new QueryReader("")));
    }

    [Theory]
    [InlineData("x1=NaN&w1=abc&b=&rate=-∞&hold=7")]
    [InlineData("x1=1e999&w2=--&rate=0&b=%zz")]
    [InlineData("x1=-5&x2=5&w1=-99&w2=99&b=1e30&rate=1e9")]
    public void A_bad_address_gives_a_state_within_its_range(string query)
    {
        NeuronState state = NeuronState.Read(new QueryReader(query));
        Assert.InRange(state.X1, 0, 1);
        Assert.InRange(state.X2, 0, 1);
        Assert.InRange(state.W1, -2, 2);
        Assert.InRange(state.W2, -2, 2);
        Assert.InRange(state.B, -2, 2);
        Assert.InRange(state.Rate, NeuronState.MinRate, NeuronState.MaxRate);
    }

    private static string Write(NeuronState state)
    {
        QueryWriter query = new();
        state.Write(query);
        return query.ToString();
    }
}
