using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Approximations;

/// <summary>c₀ xⁿ + c₁ xⁿ⁻¹ + … + cₙ: pairs c x + c′ side by side, and Horner's rule in x² over these.</summary>
/// <remarks>Horner's rule in x alone waits twice as long, and small networks do little else than wait.</remarks>
internal static class Polynomial
{
    /// <summary>Leaves the value at the local <paramref name="x"/> on the stack.</summary>
    public static void Write(Writer writer, int x, ReadOnlySpan<float> coefficients)
    {
        Code code = writer.Code;
        int square = writer.NewVector();
        code.LocalGet(x);
        code.LocalGet(x);
        code.Emit(F32x4.Mul);
        code.LocalSet(square);
        int start = coefficients.Length % 2;
        WritePair(code, x, coefficients[..(start == 0 ? 2 : 1)]);
        for (int i = start == 0 ? 2 : 1; i < coefficients.Length; i += 2)
        {
            code.LocalGet(square);
            code.Emit(F32x4.Mul);
            WritePair(code, x, coefficients.Slice(i, 2));
            code.Emit(F32x4.Add);
        }
    }

    private static void WritePair(Code code, int x, ReadOnlySpan<float> pair)
    {
        code.Splat(pair[0]);
        if (pair.Length == 2)
        {
            code.LocalGet(x);
            code.Emit(F32x4.Mul);
            code.Splat(pair[1]);
            code.Emit(F32x4.Add);
        }
    }
}
