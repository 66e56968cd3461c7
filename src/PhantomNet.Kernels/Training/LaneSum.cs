using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>The sums of the lanes of up to four vectors, side by side in one.</summary>
internal static class LaneSum
{
    /// <summary>Leaves (Σa, Σb, Σc, Σd) on the stack; 0 for what isn't given. Lanes are added (0 + 2) + (1 + 3).</summary>
    public static void Write(Writer writer, ReadOnlySpan<int> vectors)
    {
        int halves = writer.NewVector();
        int others = writer.NewVector();
        WritePair(writer, vectors, 0);
        writer.Code.LocalSet(halves);
        WritePair(writer, vectors, 2);
        writer.Code.LocalSet(others);
        Fold(writer, halves, others, 0, 2, 4, 6);
        Fold(writer, halves, others, 1, 3, 5, 7);
        writer.Code.Emit(F32x4.Add);
    }

    // (a₀ + a₂, a₁ + a₃, b₀ + b₂, b₁ + b₃)
    private static void WritePair(Writer writer, ReadOnlySpan<int> vectors, int first)
    {
        if (first >= vectors.Length)
        {
            writer.Code.Splat(0);
            return;
        }

        int a = vectors[first];
        int b = first + 1 < vectors.Length ? vectors[first + 1] : Zero(writer);
        Fold(writer, a, b, 0, 1, 4, 5);
        Fold(writer, a, b, 2, 3, 6, 7);
        writer.Code.Emit(F32x4.Add);
    }

    private static int Zero(Writer writer)
    {
        int zero = writer.NewVector();
        writer.Code.Splat(0);
        writer.Code.LocalSet(zero);
        return zero;
    }

    private static void Fold(Writer writer, int a, int b, int w0, int w1, int w2, int w3)
    {
        writer.Code.LocalGet(a);
        writer.Code.LocalGet(b);
        writer.Code.ShuffleWords(w0, w1, w2, w3);
    }
}
