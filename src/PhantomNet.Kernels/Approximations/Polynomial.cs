using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Approximations;

/// <summary>c₀ xⁿ + c₁ xⁿ⁻¹ + … + cₙ: pairs c x + c′ side by side, and Horner's rule in x² over these.</summary>
/// <remarks>Horner's rule in x alone waits twice as long, and small networks do little else than wait.</remarks>
internal static class Polynomial
{
    /// <summary>Leaves the value at the local <paramref name="x"/> on the stack.</summary>
    public static void Write(Writer writer, int x, ReadOnlySpan<float> coefficients) =>
        Write(writer, x, WriteSquare(writer, x), coefficients);

    /// <summary>The same, where the local <paramref name="square"/> holds x² already.</summary>
    public static void Write(Writer writer, int x, int square, ReadOnlySpan<float> coefficients)
    {
        Code code = writer.Code;
        int start = coefficients.Length % 2 == 0 ? 2 : 1;
        bool isMonic = start == 1 && coefficients[0] == 1;
        if (!isMonic)
        {
            WritePair(writer, x, coefficients[..start]);
        }

        for (int i = start; i < coefficients.Length; i += 2)
        {
            code.LocalGet(square);
            if (!isMonic || i > start)
            {
                code.Emit(F32x4.Mul);
            }

            WritePair(writer, x, coefficients.Slice(i, 2));
            code.Emit(F32x4.Add);
        }
    }

    /// <summary>Returns a local with x².</summary>
    public static int WriteSquare(Writer writer, int x)
    {
        int square = writer.NewVector();
        writer.Code.LocalGet(x);
        writer.Code.LocalGet(x);
        writer.Code.Emit(F32x4.Mul);
        writer.Code.LocalSet(square);
        return square;
    }

    private static void WritePair(Writer writer, int x, ReadOnlySpan<float> pair)
    {
        if (pair.Length == 1)
        {
            writer.Constant(pair[0]);
            return;
        }

        // Constants second: a browser takes the second operand straight from memory where registers run out.
        writer.Code.LocalGet(x);
        writer.Constant(pair[0]);
        writer.Code.Emit(F32x4.Mul);
        writer.Constant(pair[1]);
        writer.Code.Emit(F32x4.Add);
    }
}
