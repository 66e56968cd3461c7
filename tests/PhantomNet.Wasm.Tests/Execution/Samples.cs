namespace PhantomNet.Wasm.Tests.Execution;

/// <summary>Values at the edges of every type, and some in between.</summary>
internal static class Samples
{
    private static readonly ulong[] _integers =
    [
        0,
        1,
        2,
        3,
        7,
        31,
        32,
        63,
        64,
        0x7F,
        0x80,
        0xFF,
        0x7FFF,
        0x8000,
        0x7FFFFFFF,
        0x80000000,
        0xFFFFFFFF,
        0x100000000,
        0x7FFFFFFFFFFFFFFF,
        0x8000000000000000,
        0xFFFFFFFFFFFFFFFF,
        0x0123456789ABCDEF,
        0xFEDCBA9876543210,
    ];

    private static readonly double[] _floats =
    [
        0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        1.5,
        2.5,
        -2.5,
        0.3,
        1e-40,
        -1e-40,
        1e-320,
        3.4e38,
        -3.4e38,
        1e300,
        2147483647,
        2147483648,
        -2147483648,
        -2147483649,
        4294967295,
        4294967296,
        9.223372036854775e18,
        9.223372036854776e18,
        1.8446744073709552e19,
        double.PositiveInfinity,
        double.NegativeInfinity,
        double.NaN,
        Math.PI,
        -123456.789,
    ];

    /// <summary>Sixteen bytes each, whose first are a value of the type.</summary>
    public static byte[][] Of(ValType type) =>
        type switch
        {
            ValType.F32 => [.. _floats.Select(value => Pad(BitConverter.GetBytes((float)value)))],
            ValType.F64 => [.. _floats.Select(value => Pad(BitConverter.GetBytes(value)))],
            ValType.V128 => Vectors(),
            _ => [.. _integers.Select(value => Pad(BitConverter.GetBytes(value)))],
        };

    private static byte[][] Vectors() =>
        [
            .. _floats.Chunk(2).Select(pair => pair.SelectMany(BitConverter.GetBytes).ToArray()),
            .. _floats.Select(value => (float)value).Chunk(4).Select(four => Pad([.. four.SelectMany(BitConverter.GetBytes)])),
            .. _integers.Chunk(2).Select(pair => Pad([.. pair.SelectMany(BitConverter.GetBytes)])),
            [.. Enumerable.Range(0, 16).Select(i => (byte)((i * 5) % 19))],
        ];

    private static byte[] Pad(byte[] bytes) => [.. bytes, .. new byte[16 - bytes.Length]];
}
