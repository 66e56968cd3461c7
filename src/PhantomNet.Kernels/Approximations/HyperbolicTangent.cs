using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Approximations;

/// <summary>
/// tanh z: near zero an odd polynomial, else (1 − e) / (1 + e) with e = exp(−2|z|) and the sign of z (docs/sources.md#cephes).
/// </summary>
/// <remarks>Relative error below 3e-7 everywhere. NaN stays NaN.</remarks>
internal static class HyperbolicTangent
{
    private const float Near = 0.625f;
    private static readonly float[] _polynomial =
    [
        -5.70498872745e-3f,
        2.06390887954e-2f,
        -5.37397155531e-2f,
        1.33314422036e-1f,
        -3.33332819422e-1f,
    ];

    /// <summary>Takes z from the stack, leaves tanh z.</summary>
    public static void Write(Writer writer)
    {
        Wasm.Code code = writer.Code;
        int z = writer.NewVector();
        int e = writer.NewVector();
        int square = writer.NewVector();
        code.LocalTee(z);
        code.Emit(F32x4.Abs);
        code.Splat(-2);
        code.Emit(F32x4.Mul);
        Exponential.Write(writer);
        code.LocalSet(e);
        code.LocalGet(z);
        code.LocalGet(z);
        code.Emit(F32x4.Mul);
        code.LocalSet(square);
        // Near: z + z·z²·p(z²).
        Polynomial.Write(writer, square, _polynomial);
        code.LocalGet(square);
        code.Emit(F32x4.Mul);
        code.LocalGet(z);
        code.Emit(F32x4.Mul);
        code.LocalGet(z);
        code.Emit(F32x4.Add);
        // Far, with the sign bit of z.
        code.Splat(1);
        code.LocalGet(e);
        code.Emit(F32x4.Sub);
        code.Splat(1);
        code.LocalGet(e);
        code.Emit(F32x4.Add, F32x4.Div);
        code.LocalGet(z);
        code.Splat(-0.0f);
        code.Emit(V128.And, V128.Or);
        code.LocalGet(z);
        code.Emit(F32x4.Abs);
        code.Splat(Near);
        code.Emit(F32x4.Lt, V128.Bitselect);
    }
}
