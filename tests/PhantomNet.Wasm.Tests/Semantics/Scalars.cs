using System.Numerics;

namespace PhantomNet.Wasm.Tests.Semantics;

/// <summary>What the scalar instructions do, in C#. Values are their bits in a ulong; null is a trap.</summary>
internal static class Scalars
{
    public static ulong? Run(string name, ulong a, ulong b)
    {
        string type = name[..3];
        string operation = name[4..];
        ulong? converted = Conversions.Run(name, a, out bool isConversion);
        return isConversion ? converted
            : type == "i32" ? Integer(operation, (uint)a, (uint)b, 32)
            : type == "i64" ? Integer(operation, a, b, 64)
            : type == "f32" ? Float(operation, Bits.Single(a), Bits.Single(b), Bits.Of)
            : Float(operation, Bits.Double(a), Bits.Double(b), Bits.Of);
    }

    public static ulong? Integer(string operation, ulong a, ulong b, int bits)
    {
        ulong mask = bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
        long signedA = Bits.Signed(a, bits);
        long signedB = Bits.Signed(b, bits);
        int shift = (int)(b % (ulong)bits);
        bool overflows = signedB == -1 && signedA == long.MinValue >> (64 - bits);
        ulong? result = operation switch
        {
            "eqz" => Truth(a == 0),
            "eq" => Truth(a == b),
            "ne" => Truth(a != b),
            "lt_s" => Truth(signedA < signedB),
            "lt_u" => Truth(a < b),
            "gt_s" => Truth(signedA > signedB),
            "gt_u" => Truth(a > b),
            "le_s" => Truth(signedA <= signedB),
            "le_u" => Truth(a <= b),
            "ge_s" => Truth(signedA >= signedB),
            "ge_u" => Truth(a >= b),
            "clz" => (ulong)(BitOperations.LeadingZeroCount(a) - (64 - bits)),
            "ctz" => (ulong)Math.Min(BitOperations.TrailingZeroCount(a), bits),
            "popcnt" => (ulong)BitOperations.PopCount(a),
            "add" => a + b,
            "sub" => a - b,
            "mul" => a * b,
            "div_s" => b == 0 || overflows ? null : (ulong)(signedA / signedB),
            "div_u" => b == 0 ? null : a / b,
            "rem_s" => b == 0 ? null
            : overflows ? 0
            : (ulong)(signedA % signedB),
            "rem_u" => b == 0 ? null : a % b,
            "and" => a & b,
            "or" => a | b,
            "xor" => a ^ b,
            "shl" => a << shift,
            "shr_s" => (ulong)(signedA >> shift),
            "shr_u" => a >> shift,
            "rotl" => (a << shift) | (shift == 0 ? 0 : a >> (bits - shift)),
            "rotr" => (a >> shift) | (shift == 0 ? 0 : a << (bits - shift)),
            "extend8_s" => (ulong)(sbyte)a,
            "extend16_s" => (ulong)(short)a,
            "extend32_s" => (ulong)(int)a,
            _ => throw new NotSupportedException(operation),
        };
        return result & mask;
    }

    public static ulong Float<T>(string operation, T a, T b, Func<T, ulong> bits)
        where T : IFloatingPointIeee754<T>
    {
        T? number = operation switch
        {
            "abs" => T.Abs(a),
            "neg" => -a,
            "ceil" => T.Ceiling(a),
            "floor" => T.Floor(a),
            "trunc" => T.Truncate(a),
            "nearest" => T.Round(a, MidpointRounding.ToEven),
            "sqrt" => T.Sqrt(a),
            "add" => a + b,
            "sub" => a - b,
            "mul" => a * b,
            "div" => a / b,
            "min" => T.Min(a, b),
            "max" => T.Max(a, b),
            "pmin" => b < a ? b : a,
            "pmax" => a < b ? b : a,
            "copysign" => T.CopySign(a, b),
            _ => default,
        };
        return operation switch
        {
            "eq" => Truth(a == b),
            "ne" => Truth(a != b),
            "lt" => Truth(a < b),
            "gt" => Truth(a > b),
            "le" => Truth(a <= b),
            "ge" => Truth(a >= b),
            _ => bits(number!),
        };
    }

    private static ulong Truth(bool value) => value ? 1UL : 0;
}
