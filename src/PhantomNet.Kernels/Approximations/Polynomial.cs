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
        WritePair(writer, x, coefficients[..(start == 0 ? 2 : 1)]);
        for (int i = start == 0 ? 2 : 1; i < coefficients.Length; i += 2)
        {
            code.LocalGet(square);
            code.Emit(F32x4.Mul);
            WritePair(writer, x, coefficients.Slice(i, 2));
            code.Emit(F32x4.Add);
        }
    }

    private static void WritePair(Writer writer, int x, ReadOnlySpan<float> pair)
    {
        writer.Constant(pair[0]);
        if (pair.Length == 2)
        {
            writer.Code.LocalGet(x);
            writer.Code.Emit(F32x4.Mul);
            writer.Constant(pair[1]);
            writer.Code.Emit(F32x4.Add);
        }
    }
}
