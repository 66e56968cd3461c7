using System.Buffers.Binary;

namespace PhantomNet.Wasm.Encoding;

/// <summary>Bytes that grow, and the ways in which a module writes numbers: LEB128 and little-endian floats.</summary>
public sealed class ByteBuffer(int capacity)
{
    private const int LongestNumber = 10; // bytes of a 64-bit LEB128
    private byte[] _bytes = new byte[capacity];
    private int _length;

    /// <summary>How many bytes have been written.</summary>
    public int Length => _length;

    /// <summary>What has been written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Room for so many bytes from here on; <see cref="Advance"/> says how many were used.</summary>
    public Span<byte> Room(int count)
    {
        if (_length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + count));
        }

        return _bytes.AsSpan(_length, count);
    }

    /// <summary>Keeps so many of the bytes written to <see cref="Room"/>.</summary>
    public void Advance(int count) => _length += count;

    /// <summary>Moves what was written from a place on to the start.</summary>
    public void MoveToStart(int from)
    {
        byte[] moved = _bytes[from.._length];
        _bytes.AsSpan(0, from).CopyTo(_bytes.AsSpan(moved.Length));
        moved.CopyTo(_bytes, 0);
    }

    /// <summary>One byte.</summary>
    public void Byte(byte value)
    {
        Room(1)[0] = value;
        _length++;
    }

    /// <summary>Bytes as they are.</summary>
    public void Bytes(ReadOnlySpan<byte> values)
    {
        values.CopyTo(Room(values.Length));
        _length += values.Length;
    }

    /// <summary>An unsigned number as LEB128: seven bits a byte, the lowest first, the top bit set on all but the last.</summary>
    public void Unsigned(uint value)
    {
        Span<byte> room = Room(LongestNumber);
        int length = 0;
        while (value >= 0x80)
        {
            room[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        room[length++] = (byte)value;
        _length += length;
    }

    /// <summary>A signed number as LEB128: as above, and the last byte's bit 6 is the sign.</summary>
    public void Signed(long value)
    {
        Span<byte> room = Room(LongestNumber);
        int length = 0;
        while (value is < -64 or > 63)
        {
            room[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        room[length++] = (byte)(value & 0x7F);
        _length += length;
    }

    /// <summary>The four bytes of a float.</summary>
    public void Float(float value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(Room(sizeof(float)), value);
        _length += sizeof(float);
    }

    /// <summary>The eight bytes of a double.</summary>
    public void Double(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), value);
        _length += sizeof(double);
    }

    /// <summary>Length and bytes of a name in UTF-8.</summary>
    public void Name(string name)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(name);
        Unsigned((uint)bytes.Length);
        Bytes(bytes);
    }

    /// <summary>How many bytes <see cref="Unsigned"/> writes for a number.</summary>
    public static int UnsignedLength(uint value)
    {
        int length = 1;
        for (; value >= 0x80; value >>= 7)
        {
            length++;
        }

        return length;
    }
}
