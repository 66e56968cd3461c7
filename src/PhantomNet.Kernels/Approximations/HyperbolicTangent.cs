using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Approximations;

/// <summary>
/// tanh z: z P(z²) / Q(z²), where z² is at most 64, kept within ±1. The coefficients, of degrees 3 and 4, were fitted for the least
/// relative error, 1.5e-7 before rounding.
/// </summary>
/// <remarks>
/// Relative error below 5e-7 everywhere, never above 1, and 1 for all large z. All coefficients are positive: nothing cancels. NaN
/// stays NaN.
/// </remarks>
internal static class HyperbolicTangent
{
    private const float LargestSquare = 64;
    private static readonly float[] _numerator = [46.47201f, 11999.94f, 525605.3f, 4066370.8f];
    private static readonly float[] _denominator = [1, 970.51483f, 96842.81f, 1881057.6f, 4066371.5f];

    /// <summary>Takes z from the stack, leaves tanh z.</summary>
    public static void Write(Writer writer)
    {
        Wasm.Code code = writer.Code;
        int z = writer.NewVector();
        int square = writer.NewVector();
        code.LocalTee(z);
        code.LocalGet(z);
        code.LocalGet(z);
        code.Emit(F32x4.Mul);
        writer.Constant(LargestSquare);
        code.Emit(F32x4.Pmin);
        code.LocalSet(square);
        int fourth = Polynomial.WriteSquare(writer, square);
        Polynomial.Write(writer, square, fourth, _numerator);
        code.Emit(F32x4.Mul);
        Polynomial.Write(writer, square, fourth, _denominator);
        code.Emit(F32x4.Div);
        writer.Constant(1);
        code.Emit(F32x4.Pmin);
        writer.Constant(-1);
        code.Emit(F32x4.Pmax);
    }
}
