using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>Which sample is in which lane. Where there are none left, the last one is there again.</summary>
internal static class LaneNumbers
{
    /// <summary>Leaves min(first + lane, count − 1).</summary>
    public static void WriteSample(Writer writer, int first, int lane, int count)
    {
        int sample = writer.NewPointer();
        Wasm.Code code = writer.Code;
        code.LocalGet(first);
        code.Const(lane);
        code.Emit(I32.Add);
        code.LocalTee(sample);
        code.LocalGet(count);
        code.Const(1);
        code.Emit(I32.Sub);
        code.LocalGet(sample);
        code.LocalGet(count);
        code.Emit(I32.LtS, Opcode.Select);
    }

    /// <summary>Leaves all bits set in the lanes whose sample there is.</summary>
    public static void WriteMask(Writer writer, int first, int count)
    {
        Wasm.Code code = writer.Code;
        code.LocalGet(count);
        code.LocalGet(first);
        code.Emit(I32.Sub, I32x4.Splat);
        WriteIsBelow(code, 0);
    }

    /// <summary>The same where the first lane's sample is known when the code is written.</summary>
    public static void WriteMaskFrom(Writer writer, int firstSample, int count)
    {
        writer.Code.LocalGet(count);
        writer.Code.Emit(I32x4.Splat);
        WriteIsBelow(writer.Code, firstSample);
    }

    // Whether first + lane is less than what is on the stack.
    private static void WriteIsBelow(Wasm.Code code, int first)
    {
        code.Const(Bits(first), Bits(first + 1), Bits(first + 2), Bits(first + 3));
        code.Emit(I32x4.GtS);
    }

    private static float Bits(int value) => BitConverter.Int32BitsToSingle(value);
}
