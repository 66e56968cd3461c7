namespace PhantomNet.Wasm.Tests.Semantics;

/// <summary>What the vector instructions do: mostly what the scalar ones do, lane by lane.</summary>
internal static class Vectors
{
    /// <summary>Operands and result are 16 bytes each; a scalar takes the first ones.</summary>
    public static byte[] Run(string name, byte[] a, byte[] b, byte[] c)
    {
        string shape = name.Split('.')[0];
        string operation = name.Split('.')[1];
        if (shape == "v128")
        {
            return Bitwise(operation, a, b, c);
        }

        int bits = int.Parse(shape[1..shape.IndexOf('x')]);
        ulong[] left = Lanes(a, bits);
        ulong[] right = Lanes(b, bits);
        string type = shape[..3];
        bool isFloat = shape[0] == 'f';
        return operation switch
        {
            "splat" => Join(Enumerable.Repeat(left[0], 128 / bits), bits),
            "swizzle" => [.. b.Select(index => index < 16 ? a[index] : (byte)0)],
            "all_true" => Word(left.All(lane => lane != 0) ? 1 : 0),
            "bitmask" => Word(left.Select((lane, i) => (int)((lane >> (bits - 1)) & 1) << i).Sum()),
            "shl" or "shr_s" or "shr_u" => Map(lane =>
                Scalars.Integer(operation, lane, Lanes(b, 32)[0] % (ulong)bits, bits)!.Value
            ),
            "min_s" => Map2((x, y) => Bits.Signed(x, bits) < Bits.Signed(y, bits) ? x : y),
            "max_s" => Map2((x, y) => Bits.Signed(x, bits) > Bits.Signed(y, bits) ? x : y),
            "min_u" => Map2(Math.Min),
            "max_u" => Map2(Math.Max),
            "abs" when !isFloat => Map(lane => (ulong)Math.Abs((decimal)Bits.Signed(lane, bits)) & Mask(bits)),
            "neg" when !isFloat => Map(lane => (0 - lane) & Mask(bits)),
            "eq"
            or "ne"
            or "lt"
            or "gt"
            or "le"
            or "ge"
            or "lt_s"
            or "lt_u"
            or "gt_s"
            or "gt_u"
            or "le_s"
            or "le_u"
            or "ge_s"
            or "ge_u" => Map2((x, y) => Scalars.Run($"{type}.{operation}", x, y) == 1 ? Mask(bits) : 0),
            _ when operation.Contains("32x4") || operation.Contains("64x2") => Convert(name, a),
            _ => Map2((x, y) => Scalar(x, y)),
        };

        byte[] Map(Func<ulong, ulong> lane) => Join(left.Select(lane), bits);
        byte[] Map2(Func<ulong, ulong, ulong> lane) => Join(left.Zip(right, lane), bits);
        ulong Scalar(ulong x, ulong y) =>
            isFloat && bits == 32 ? Scalars.Float(operation, Bits.Single(x), Bits.Single(y), Bits.Of)
            : isFloat ? Scalars.Float(operation, Bits.Double(x), Bits.Double(y), Bits.Of)
            : Scalars.Integer(operation, x, y, bits)!.Value;
    }

    /// <summary>Whether two vectors agree, lane by lane, a NaN with any NaN.</summary>
    public static bool Agree(string name, byte[] expected, byte[] actual)
    {
        ValType lane =
            name.StartsWith("f32x4", StringComparison.Ordinal) ? ValType.F32
            : name.StartsWith("f64x2", StringComparison.Ordinal) ? ValType.F64
            : ValType.I64;
        int bits = lane == ValType.F32 ? 32 : 64;
        return Lanes(expected, bits).Zip(Lanes(actual, bits), (x, y) => Bits.Agree(x, y, lane)).All(agrees => agrees);
    }

    private static byte[] Bitwise(string operation, byte[] a, byte[] b, byte[] c) =>
        operation switch
        {
            "not" => [.. a.Select(x => (byte)~x)],
            "and" => [.. a.Zip(b, (x, y) => (byte)(x & y))],
            "andnot" => [.. a.Zip(b, (x, y) => (byte)(x & ~y))],
            "or" => [.. a.Zip(b, (x, y) => (byte)(x | y))],
            "xor" => [.. a.Zip(b, (x, y) => (byte)(x ^ y))],
            "bitselect" => [.. a.Zip(b, c).Select(t => (byte)((t.First & t.Third) | (t.Second & ~t.Third)))],
            "any_true" => Word(a.Any(x => x != 0) ? 1 : 0),
            _ => throw new NotSupportedException(operation),
        };

    private static byte[] Convert(string name, byte[] a)
    {
        ulong[] words = Lanes(a, 32);
        ulong[] doubles = Lanes(a, 64);
        bool isSigned = !name.Contains("_u");
        return name.Split('.')[1].TrimEnd("_s").TrimEnd("_u").ToString() switch
        {
            "demote_f64x2_zero" => Join([.. doubles.Select(x => Bits.Of((float)Bits.Double(x))), 0, 0], 32),
            "promote_low_f32x4" => Join(words[..2].Select(x => Bits.Of((double)Bits.Single(x))), 64),
            "extend_low_i32x4" => Join(words[..2].Select(x => isSigned ? (ulong)(int)x : x), 64),
            "extend_high_i32x4" => Join(words[2..].Select(x => isSigned ? (ulong)(int)x : x), 64),
            "convert_i32x4" => Join(words.Select(x => Bits.Of(isSigned ? (float)(int)x : (float)(uint)x)), 32),
            "convert_low_i32x4" => Join(words[..2].Select(x => Bits.Of(isSigned ? (int)x : (double)(uint)x)), 64),
            "trunc_sat_f32x4" => Join(words.Select(x => Conversions.Truncate(Bits.Single(x), 32, isSigned, true)!.Value), 32),
            _ => Join([.. doubles.Select(x => Conversions.Truncate(Bits.Double(x), 32, isSigned, true)!.Value), 0, 0], 32),
        };
    }

    private static ReadOnlySpan<char> TrimEnd(this string text, string end) =>
        text.EndsWith(end, StringComparison.Ordinal) ? text.AsSpan(0, text.Length - end.Length) : text;

    private static ReadOnlySpan<char> TrimEnd(this ReadOnlySpan<char> text, string end) =>
        text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : text;

    private static ulong[] Lanes(byte[] bytes, int bits) =>
        [.. bytes.Chunk(bits / 8).Select(chunk => chunk.Reverse().Aggregate(0UL, (sum, value) => (sum << 8) | value))];

    private static byte[] Join(IEnumerable<ulong> lanes, int bits) =>
        [.. lanes.SelectMany(lane => BitConverter.GetBytes(lane).Take(bits / 8))];

    private static byte[] Word(int value) => [.. BitConverter.GetBytes(value), .. new byte[12]];

    private static ulong Mask(int bits) => ulong.MaxValue >> (64 - bits);
}
