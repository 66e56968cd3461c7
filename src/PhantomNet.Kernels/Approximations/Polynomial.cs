using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Approximations;

/// <summary>c₀ xⁿ + c₁ xⁿ⁻¹ + … + cₙ, by Horner's rule.</summary>
internal static class Polynomial
{
    /// <summary>Leaves the value at the local <paramref name="x"/> on the stack.</summary>
    public static void Write(Writer writer, int x, ReadOnlySpan<float> coefficients)
    {
        writer.Code.Splat(coefficients[0]);
        foreach (float coefficient in coefficients[1..])
        {
            writer.Code.LocalGet(x);
            writer.Code.Emit(F32x4.Mul);
            writer.Code.Splat(coefficient);
            writer.Code.Emit(F32x4.Add);
        }
    }
}
