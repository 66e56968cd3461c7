namespace PhantomNet.Networks.Tests;

public sealed class ActivationTests
{
    [Fact]
    public void Sigmoid_of_zero_is_one_half() => Assert.Equal(0.5f, Activation.Sigmoid.Value(0));
}
