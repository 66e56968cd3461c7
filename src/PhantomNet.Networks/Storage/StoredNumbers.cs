using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PhantomNet.Networks.Storage;

/// <summary>Finite numbers in a file, little-endian.</summary>
internal static class StoredNumbers
{
    private const uint HalfSign = 0x8000;
    private const uint HalfExponent = 0x7C00;

    // Single precision has 13 bits of fraction more, and its exponent counts from 112 higher.
    private const int FractionShift = 23 - 10;
    private const float ExponentShift = 5.192296858534828e33f; // 2^112, exactly

    /// <summary>How many bytes each takes.</summary>
    public static int BytesEach(StoredPrecision precision) =>
        precision switch
        {
            StoredPrecision.Half => sizeof(ushort),
            StoredPrecision.Single => sizeof(float),
            _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, $"There is no precision {precision}."),
        };

    /// <summary>Writes them.</summary>
    /// <exception cref="ArgumentException">One is not finite in that precision.</exception>
    public static void Write(ReadOnlySpan<float> values, Span<byte> bytes, StoredPrecision precision)
    {
        int width = BytesEach(precision);
        for (int i = 0; i < values.Length; i++)
        {
            Span<byte> place = bytes[(i * width)..];
            bool isHalf = precision == StoredPrecision.Half;
            if (!float.IsFinite(isHalf ? (float)(Half)values[i] : values[i]))
            {
                throw new ArgumentException(
                    $"The parameter {values[i]} is not finite as {precision}; a network needs numbers that are."
                );
            }

            if (isHalf)
            {
                BinaryPrimitives.WriteHalfLittleEndian(place, (Half)values[i]);
            }
            else
            {
                BinaryPrimitives.WriteSingleLittleEndian(place, values[i]);
            }
        }
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="FormatException">One is not finite.</exception>
    public static float[] Read(ReadOnlySpan<byte> bytes, StoredPrecision precision)
    {
        float[] values = new float[bytes.Length / BytesEach(precision)];
        if (precision == StoredPrecision.Half)
        {
            ReadHalves(MemoryMarshal.Cast<byte, ushort>(bytes), values);
        }
        else
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Finite(BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]));
            }
        }

        return values;
    }

    // Half's own conversion is many steps a number where the code is interpreted, and a page waits for it.
    private static void ReadHalves(ReadOnlySpan<ushort> halves, float[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            uint bits = BitConverter.IsLittleEndian ? halves[i] : BinaryPrimitives.ReverseEndianness(halves[i]);
            if ((bits & HalfExponent) == HalfExponent)
            {
                Finite((float)BitConverter.UInt16BitsToHalf((ushort)bits));
            }

            uint shifted = ((bits & HalfSign) << 16) | ((bits & ~HalfSign) << FractionShift);
            values[i] = BitConverter.UInt32BitsToSingle(shifted) * ExponentShift;
        }
    }

    private static float Finite(float value) =>
        float.IsFinite(value) ? value : throw new FormatException($"One of its parameters is {value}.");
}
