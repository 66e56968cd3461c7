using PhantomNet.Kernels.Planning;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Writing;

/// <summary>Vectors of a tensor, whether four samples lie side by side in it or four pixels of one sample.</summary>
internal static class PixelCode
{
    /// <summary>One element of four samples, or four elements of one sample's row, so many columns apart.</summary>
    public static void LoadPixels(this Writer writer, int pointer, int offset, Tensor from, int columns)
    {
        if (from.ElementBytes == Tensor.Element)
        {
            writer.Load(pointer, offset);
        }
        else if (columns <= 2)
        {
            writer.LoadFloats(pointer, offset);
            if (columns == 2)
            {
                writer.LoadFloats(pointer, offset + Tensor.Element);
                writer.Code.ShuffleWords(0, 2, 4, 6);
            }
        }
        else
        {
            int vector = writer.NewVector();
            writer.LoadSplat(pointer, offset);
            for (int lane = 1; lane < MemoryPlan.Lanes; lane++)
            {
                writer.Code.LocalSet(vector);
                writer.Code.LocalGet(pointer);
                writer.Code.LocalGet(vector);
                writer.Code.AccessLane(V128.Load32Lane, lane, offset + (lane * columns * Tensor.Single), 2);
            }
        }
    }

    /// <summary>Stores one element of four samples, or the first few elements of one sample's row.</summary>
    public static void StorePixels(this Writer writer, int pointer, int offset, int local, Tensor to, int count)
    {
        if (to.ElementBytes == Tensor.Element)
        {
            writer.StoreLocal(pointer, offset, local);
        }
        else if (count == MemoryPlan.Lanes)
        {
            writer.StoreFloats(pointer, offset, local);
        }
        else
        {
            for (int lane = 0; lane < count; lane++)
            {
                writer.Code.LocalGet(pointer);
                writer.Code.LocalGet(local);
                writer.Code.AccessLane(V128.Store32Lane, lane, offset + (lane * to.PixelStride), 2);
            }
        }
    }
}
