using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Approximations;

/// <summary>
/// ln x for x ≥ 1: x = m·2ᵏ with m from √½ to √2, and ln m = 2 artanh((m − 1) / (m + 1)) as the start of its series.
/// </summary>
/// <remarks>Absolute error below 1e-7 up to e, relative error below 2e-7 beyond. NaN stays NaN, infinity too.</remarks>
internal static class Logarithm
{
    private const float Ln2 = 0.69314718f;
    private const float RootOfTwo = 1.41421356f;
    private const int ExponentBits = 23;

    // 2/(2n + 1), the highest power first: |t| ≤ 0.1716, so that what is left out is below 2 t¹¹/11 < 1e-9.
    private static readonly float[] _series = [2f / 9, 2f / 7, 2f / 5, 2f / 3, 2];

    /// <summary>Takes x from the stack, leaves ln x.</summary>
    public static void Write(Writer writer)
    {
        Code code = writer.Code;
        int x = writer.NewVector();
        int m = writer.NewVector();
        int k = writer.NewVector();
        code.LocalTee(x);
        code.Const(0x007FFFFF);
        code.Emit(I32x4.Splat, V128.And);
        writer.Constant(1);
        code.Emit(V128.Or);
        code.LocalSet(m); // 1 to 2
        int large = WriteHalved(writer, m);
        code.LocalGet(x);
        code.Const(ExponentBits);
        code.Emit(I32x4.ShrU);
        code.Const(127);
        code.Emit(I32x4.Splat, I32x4.Sub);
        code.LocalGet(large);
        code.Emit(I32x4.Sub, F32x4.ConvertI32x4S); // the mask is −1 where m was halved
        code.LocalSet(k);
        WriteSum(writer, m, () => code.LocalGet(k));
        // What isn't finite stays what it is: x − x is 0, or NaN.
        code.LocalGet(x);
        code.LocalGet(x);
        code.Emit(F32x4.Sub, F32x4.Add);
    }

    /// <summary>The same, bit for bit, for x from 1 to 2 alone.</summary>
    public static void WriteUpTo2(Writer writer)
    {
        Code code = writer.Code;
        int m = writer.NewVector();
        code.LocalSet(m);
        int large = WriteHalved(writer, m);
        WriteSum(
            writer,
            m,
            () =>
            {
                code.LocalGet(large);
                writer.Constant(1);
                code.Emit(V128.And);
            }
        );
    }

    // Halves m where it is above √2, and returns a local that says where.
    private static int WriteHalved(Writer writer, int m)
    {
        Code code = writer.Code;
        int large = writer.NewVector();
        code.LocalGet(m);
        writer.Constant(RootOfTwo);
        code.Emit(F32x4.Gt);
        code.LocalSet(large);
        code.LocalGet(m);
        writer.Constant(0.5f);
        code.Emit(F32x4.Mul);
        code.LocalGet(m);
        code.LocalGet(large);
        code.Emit(V128.Bitselect);
        code.LocalSet(m);
        return large;
    }

    // Leaves ln m + k ln 2.
    private static void WriteSum(Writer writer, int m, Action k)
    {
        Code code = writer.Code;
        int t = writer.NewVector();
        int square = writer.NewVector();
        code.LocalGet(m);
        writer.Constant(1);
        code.Emit(F32x4.Sub);
        code.LocalGet(m);
        writer.Constant(1);
        code.Emit(F32x4.Add, F32x4.Div);
        code.LocalTee(t);
        code.LocalGet(t);
        code.Emit(F32x4.Mul);
        code.LocalSet(square);
        Polynomial.Write(writer, square, _series);
        code.LocalGet(t);
        code.Emit(F32x4.Mul);
        k();
        writer.Constant(Ln2);
        code.Emit(F32x4.Mul, F32x4.Add);
    }
}
