using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Approximations;

/// <summary>
/// eˣ for x ≤ 0, the only side that is asked for: 2ⁿ times a polynomial of the rest, |rest| ≤ ½ ln 2 (docs/sources.md#cephes).
/// </summary>
/// <remarks>
/// Relative error below 2e-7 from −87.3 to 0; below that it is 0, where the true value is under 1.2e-38. NaN stays NaN.
/// </remarks>
internal static class Exponential
{
    /// <summary>The least argument whose exponential is a normal float.</summary>
    public const float Least = -87.33654f;

    // From 2²³ on floats are a whole number apart: added to x, this rounds it, to even where it lies between two.
    private const float Rounder = 12582912 + 127;

    private const float Log2E = 1.44269504088896341f;
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;
    private const int ExponentBits = 23;
    private static readonly float[] _polynomial =
    [
        1.9875691500e-4f,
        1.3981999507e-3f,
        8.3334519073e-3f,
        4.1665795894e-2f,
        1.6666665459e-1f,
        5.0000001201e-1f,
    ];

    /// <summary>Takes x from the stack, leaves eˣ.</summary>
    public static void Write(Writer writer)
    {
        Code code = writer.Code;
        int x = writer.NewVector();
        code.LocalTee(x);
        int power = WriteRest(writer);
        writer.Constant(1);
        code.Emit(F32x4.Add);
        code.LocalGet(power);
        code.Emit(F32x4.Mul);
        code.LocalGet(x);
        writer.Constant(Least);
        code.Emit(F32x4.Lt, V128.Andnot);
    }

    // Takes x from the stack, leaves e^rest − 1; returns a local with 2ⁿ.
    private static int WriteRest(Writer writer)
    {
        Code code = writer.Code;
        int n = writer.NewVector();
        int p = writer.NewVector();
        int power = writer.NewVector();
        int r = writer.NewVector();
        writer.Constant(Least);
        code.Emit(F32x4.Pmax); // x < least ? least : x, so that NaN stays
        code.LocalTee(p);
        writer.Constant(Log2E);
        code.Emit(F32x4.Mul);
        writer.Constant(Rounder);
        code.Emit(F32x4.Add);
        code.LocalTee(power);
        writer.Constant(Rounder);
        code.Emit(F32x4.Sub);
        code.LocalSet(n);
        // The last bits of the sum are n + 127, which become the exponent's.
        code.LocalGet(power);
        code.Const(ExponentBits);
        code.Emit(I32x4.Shl);
        code.LocalSet(power);
        code.LocalGet(p);
        code.LocalGet(n);
        writer.Constant(Ln2High);
        code.Emit(F32x4.Mul, F32x4.Sub);
        code.LocalGet(n);
        writer.Constant(Ln2Low);
        code.Emit(F32x4.Mul, F32x4.Sub);
        code.LocalSet(r);
        Polynomial.Write(writer, r, _polynomial);
        code.LocalGet(r);
        code.LocalGet(r);
        code.Emit(F32x4.Mul, F32x4.Mul);
        code.LocalGet(r);
        code.Emit(F32x4.Add);
        return power;
    }
}
