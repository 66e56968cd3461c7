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
        writer.Constant(1);
        code.LocalGet(e);
        code.LocalGet(z);
        writer.Constant(0);
        code.Emit(F32x4.Ge, V128.Bitselect);
        writer.Constant(1);
        code.LocalGet(e);
        code.Emit(F32x4.Add, F32x4.Div);
    }
}
