using FsCheck.Xunit;
using PhantomNet.Wasm.Encoding;

namespace PhantomNet.Wasm.Tests.Encoding;

public sealed class ByteBufferTests
{
    [Theory]
    [InlineData(0u, "00")]
    [InlineData(127u, "7F")]
    [InlineData(128u, "8001")]
    [InlineData(624485u, "E58E26")]
    [InlineData(uint.MaxValue, "FFFFFFFF0F")]
    public void Unsigned_numbers_take_seven_bits_a_byte(uint value, string expected)
    {
        ByteBuffer buffer = new(1);
        buffer.Unsigned(value);
        Assert.Equal(expected, Convert.ToHexString(buffer.Written));
        Assert.Equal(buffer.Length, ByteBuffer.UnsignedLength(value));
    }

    [Theory]
    [InlineData(0L, "00")]
    [InlineData(63L, "3F")]
    [InlineData(64L, "C000")]
    [InlineData(-1L, "7F")]
    [InlineData(-64L, "40")]
    [InlineData(-65L, "BF7F")]
    [InlineData(-123456L, "C0BB78")]
    [InlineData(long.MinValue, "8080808080808080807F")]
    [InlineData(long.MaxValue, "FFFFFFFFFFFFFFFFFF00")]
    public void Signed_numbers_carry_their_sign_in_the_last_byte(long value, string expected)
    {
        ByteBuffer buffer = new(1);
        buffer.Signed(value);
        Assert.Equal(expected, Convert.ToHexString(buffer.Written));
    }

    [Theory]
    [InlineData(0, "010203")]
    [InlineData(1, "020301")]
    [InlineData(3, "010203")]
    public void What_was_written_from_a_place_on_moves_to_the_start(int from, string expected)
    {
        ByteBuffer buffer = new(1);
        buffer.Bytes([1, 2, 3]);
        buffer.MoveToStart(from);
        Assert.Equal(expected, Convert.ToHexString(buffer.Written));
    }

    [Property]
    public void What_is_written_unsigned_reads_back(uint value)
    {
        ByteBuffer buffer = new(1);
        buffer.Unsigned(value);
        ulong read = 0;
        for (int i = 0; i < buffer.Length; i++)
        {
            read |= (ulong)(buffer.Written[i] & 0x7F) << (7 * i);
            Assert.Equal(i < buffer.Length - 1, buffer.Written[i] >= 0x80);
        }

        Assert.Equal(value, read);
    }

    [Property]
    public void What_is_written_signed_reads_back_and_is_as_short_as_can_be(long value, byte shift)
    {
        value >>= shift % 64;
        ByteBuffer buffer = new(1);
        buffer.Signed(value);
        Int128 read = 0;
        for (int i = 0; i < buffer.Length; i++)
        {
            read |= (Int128)(buffer.Written[i] & 0x7F) << (7 * i);
        }

        int bits = 7 * buffer.Length;
        read = (read << (128 - bits)) >> (128 - bits);
        Assert.Equal(value, read);
        Assert.True(buffer.Length == 1 || value < -(1L << (bits - 8)) || value >= 1L << (bits - 8));
    }
}
