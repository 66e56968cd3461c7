using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Writing;

/// <summary>Vectors from single floats.</summary>
internal static class LaneCode
{
    /// <summary>Takes a vector from the stack and leaves it with one lane from the memory.</summary>
    public static void LoadLane(this Writer writer, int pointer, int offset, int lane)
    {
        int vector = writer.NewVector();
        writer.Code.LocalSet(vector);
        writer.Code.LocalGet(pointer);
        writer.Code.LocalGet(vector);
        writer.Code.AccessLane(V128.Load32Lane, lane, offset, 2);
    }

    /// <summary>One float four times, and 0 where it is −0: no sum that begins with it is −0 then.</summary>
    public static void LoadBias(this Writer writer, int pointer, int offset = 0)
    {
        writer.LoadSplat(pointer, offset);
        writer.Constant(0);
        writer.Code.Emit(F32x4.Add);
    }
}
