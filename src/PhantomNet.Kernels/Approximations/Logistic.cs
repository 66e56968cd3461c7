using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Approximations;

/// <summary>σ(z) = 1 / (1 + e⁻ᶻ), from e = exp(−|z|), so that neither side overflows or cancels.</summary>
/// <remarks>Relative error below 4e-7 where σ is above 1.2e-38, and 0 below. NaN stays NaN.</remarks>
internal static class Logistic
{
    /// <summary>Takes z from the stack, leaves σ(z).</summary>
    public static void Write(Writer writer)
    {
        Wasm.Code code = writer.Code;
        int z = writer.NewVector();
        int e = writer.NewVector();
        code.LocalTee(z);
        writer.Constant(-0.0f);
        code.Emit(V128.Or); // −|z|
        Exponential.Write(writer);
        code.LocalSet(e);
        WriteNumerator(writer, e, () => code.LocalGet(z));
        writer.Constant(1);
        code.LocalGet(e);
        code.Emit(F32x4.Add, F32x4.Div);
    }

    /// <summary>
    /// Leaves σ(z) where the local <paramref name="sign"/> is 0, and −σ(−z) where it is −0: what a logit's cross-entropy changes by, for
    /// classes 0 and 1.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="z">A local.</param>
    /// <param name="e">A local with exp(−|z|).</param>
    /// <param name="above">A local with 1 + e.</param>
    /// <param name="sign">A local.</param>
    public static void WriteSigned(Writer writer, int z, int e, int above, int sign)
    {
        Wasm.Code code = writer.Code;
        WriteNumerator(
            writer,
            e,
            () =>
            {
                code.LocalGet(z);
                code.LocalGet(sign);
                code.Emit(V128.Xor);
            }
        );
        code.LocalGet(above);
        code.Emit(F32x4.Div);
        code.LocalGet(sign);
        code.Emit(V128.Xor);
    }

    // 1 for numbers from 0 on, e below.
    private static void WriteNumerator(Writer writer, int e, Action number)
    {
        writer.Constant(1);
        writer.Code.LocalGet(e);
        number();
        writer.Constant(0);
        writer.Code.Emit(F32x4.Ge, V128.Bitselect);
    }
}
