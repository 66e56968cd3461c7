using PhantomNet.Kernels.Writing;
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

    private const float Log2E = 1.44269504088896341f;
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;
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
        int x = writer.NewVector();
        int n = writer.NewVector();
        int p = writer.NewVector();
        Wasm.Code code = writer.Code;
        code.LocalTee(x);
        code.Splat(Least);
        code.Emit(F32x4.Pmax); // x < least ? least : x, so that NaN stays
        code.LocalTee(p);
        code.Splat(Log2E);
        code.Emit(F32x4.Mul, F32x4.Nearest);
        code.LocalSet(n);
        code.LocalGet(p);
        code.LocalGet(n);
        code.Splat(Ln2High);
        code.Emit(F32x4.Mul, F32x4.Sub);
        code.LocalGet(n);
        code.Splat(Ln2Low);
        code.Emit(F32x4.Mul, F32x4.Sub);
        int r = writer.NewVector();
        code.LocalSet(r);
        Polynomial.Write(writer, r, _polynomial);
        code.LocalGet(r);
        code.LocalGet(r);
        code.Emit(F32x4.Mul, F32x4.Mul);
        code.LocalGet(r);
        code.Emit(F32x4.Add);
        code.Splat(1);
        code.Emit(F32x4.Add);
        // 2ⁿ, by its exponent's bits.
        code.LocalGet(n);
        code.Emit(I32x4.TruncSatF32x4S);
        code.Const(127);
        code.Emit(I32x4.Splat, I32x4.Add);
        code.Const(23);
        code.Emit(I32x4.Shl, F32x4.Mul);
        code.LocalGet(x);
        code.Splat(Least);
        code.Emit(F32x4.Lt, V128.Andnot);
    }
}
