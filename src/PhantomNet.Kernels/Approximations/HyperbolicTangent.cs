using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Approximations;

/// <summary>tanh z: −t / (2 + t) with t = exp(−2|z|) − 1 and the sign of z (docs/sources.md#cephes for the exponential).</summary>
/// <remarks>
/// Relative error below 3e-7 everywhere: with t near zero taken without the 1, nothing cancels. NaN stays NaN.
/// </remarks>
internal static class HyperbolicTangent
{
    /// <summary>Takes z from the stack, leaves tanh z.</summary>
    public static void Write(Writer writer)
    {
        Wasm.Code code = writer.Code;
        int z = writer.NewVector();
        int below = writer.NewVector(); // −|z|
        int t = writer.NewVector();
        code.LocalTee(z);
        writer.Constant(-0.0f);
        code.Emit(V128.Or);
        code.LocalTee(below);
        writer.Constant(2);
        code.Emit(F32x4.Mul);
        Exponential.WriteLessOne(writer);
        code.LocalTee(t);
        writer.Constant(2);
        code.LocalGet(t);
        code.Emit(F32x4.Add, F32x4.Div);
        // It has the sign bit set, as −|z| has; that turns where z had not.
        code.LocalGet(z);
        code.LocalGet(below);
        code.Emit(V128.Xor, V128.Xor);
    }
}
