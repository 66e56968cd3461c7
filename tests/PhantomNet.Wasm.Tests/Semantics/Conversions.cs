namespace PhantomNet.Wasm.Tests.Semantics;

/// <summary>What the conversions between scalars do.</summary>
internal static class Conversions
{
    public static ulong? Run(string name, ulong a, out bool isConversion)
    {
        isConversion = name.Contains("_i") || name.Contains("_f");
        if (!isConversion)
        {
            return null;
        }

        if (name.Contains("trunc_"))
        {
            double value = name.Contains("_f32") ? Bits.Single(a) : Bits.Double(a);
            return Truncate(
                value,
                name.StartsWith("i32", StringComparison.Ordinal) ? 32 : 64,
                name.EndsWith("_s", StringComparison.Ordinal),
                name.Contains("_sat_")
            );
        }

        return name switch
        {
            "i32.wrap_i64" => (uint)a,
            "i64.extend_i32_s" => (ulong)(int)a,
            "i64.extend_i32_u" => (uint)a,
            "f32.convert_i32_s" => Bits.Of((float)(int)a),
            "f32.convert_i32_u" => Bits.Of((float)(uint)a),
            "f32.convert_i64_s" => Bits.Of((float)(long)a),
            "f32.convert_i64_u" => Bits.Of((float)a),
            "f32.demote_f64" => Bits.Of((float)Bits.Double(a)),
            "f64.convert_i32_s" => Bits.Of((double)(int)a),
            "f64.convert_i32_u" => Bits.Of((double)(uint)a),
            "f64.convert_i64_s" => Bits.Of((double)(long)a),
            "f64.convert_i64_u" => Bits.Of((double)a),
            "f64.promote_f32" => Bits.Of((double)Bits.Single(a)),
            "f32.reinterpret_i32" => (uint)a,
            _ => a, // the other reinterpretations
        };
    }

    public static ulong? Truncate(double value, int bits, bool isSigned, bool saturates)
    {
        Int128 least = isSigned ? -(Int128.One << (bits - 1)) : 0;
        Int128 most = (Int128.One << (isSigned ? bits - 1 : bits)) - 1;
        if (double.IsNaN(value))
        {
            return saturates ? 0 : null;
        }

        Int128 whole = Math.Abs(value) >= 1e30 ? (value > 0 ? most + 1 : least - 1) : (Int128)Math.Truncate(value);
        if ((whole < least || whole > most) && !saturates)
        {
            return null;
        }

        ulong result = (ulong)(UInt128)Int128.Clamp(whole, least, most);
        return bits == 32 ? (uint)result : result;
    }
}
