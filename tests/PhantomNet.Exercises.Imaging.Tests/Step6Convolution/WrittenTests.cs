using PhantomNet.Exercises.Imaging.Step6Convolution;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Tests.Step6Convolution;

public sealed class WrittenTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(87.111, "87.1")]
    [InlineData(29127.1, "29,127")]
    [InlineData(-0.4567, "−0.457")]
    [InlineData(6e-8, "6.0e−8")]
    [InlineData(2.25, "2.25")]
    public void Three_digits_and_zero_only_for_zero(double value, string text) =>
        Assert.Equal(text, Amounts.Significant(value));

    [Theory]
    [InlineData(512, "512 bytes")]
    [InlineData(1280, "1.28 kB")]
    [InlineData(25_690_624, "25.7 MB")]
    [InlineData(4_294_967_808, "4.29 GB")]
    public void Bytes_have_a_unit(long bytes, string text) => Assert.Equal(text, Amounts.Bytes(bytes));

    [Fact]
    public void A_small_negative_number_is_no_negative_zero() => Assert.Equal("0.00", Written.Fixed(-0.001, 2));
}
