namespace PhantomNet.Wasm.Tests.Semantics;

/// <summary>Numbers as bits and back.</summary>
internal static class Bits
{
    public static float Single(ulong bits) => BitConverter.UInt32BitsToSingle((uint)bits);

    public static double Double(ulong bits) => BitConverter.UInt64BitsToDouble(bits);

    public static ulong Of(float value) => BitConverter.SingleToUInt32Bits(value);

    public static ulong Of(double value) => BitConverter.DoubleToUInt64Bits(value);

    public static long Signed(ulong bits, int width) => (long)(bits << (64 - width)) >> (64 - width);

    /// <summary>The same bits, or both not a number: which bits a NaN has is left open by the specification.</summary>
    public static bool Agree(ulong expected, ulong actual, ValType type) =>
        expected == actual
        || (type == ValType.F32 && float.IsNaN(Single(expected)) && float.IsNaN(Single(actual)))
        || (type == ValType.F64 && double.IsNaN(Double(expected)) && double.IsNaN(Double(actual)));
}
