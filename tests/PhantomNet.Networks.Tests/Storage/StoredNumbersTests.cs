using PhantomNet.Networks.Storage;

namespace PhantomNet.Networks.Tests.Storage;

public sealed class StoredNumbersTests
{
    private static IEnumerable<Half> EveryHalf =>
        Enumerable.Range(0, 1 << 16).Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits));

    [Fact]
    public void Every_finite_half_is_read_as_the_number_that_it_is()
    {
        float[] expected = [.. EveryHalf.Where(Half.IsFinite).Select(half => (float)half)];
        byte[] bytes = new byte[2 * expected.Length];
        StoredNumbers.Write(expected, bytes, StoredPrecision.Half);
        float[] read = StoredNumbers.Read(bytes, StoredPrecision.Half);
        Assert.Equal(63488, expected.Length);
        // Bit for bit: the two zeros are different numbers here.
        Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), read.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void No_other_half_is_read() =>
        Assert.All(
            EveryHalf.Where(half => !Half.IsFinite(half)),
            half => Assert.Throws<FormatException>(() => StoredNumbers.Read(BitConverter.GetBytes(half), StoredPrecision.Half))
        );

    [Theory]
    [InlineData(StoredPrecision.Half, 65520f)] // rounds to infinity
    [InlineData(StoredPrecision.Single, float.NaN)]
    [InlineData(StoredPrecision.Single, float.NegativeInfinity)]
    public void What_is_not_finite_in_that_precision_is_not_written(StoredPrecision precision, float value) =>
        Assert.Contains(
            "not finite",
            Assert.Throws<ArgumentException>(() => StoredNumbers.Write([value], new byte[4], precision)).Message,
            StringComparison.Ordinal
        );
}
