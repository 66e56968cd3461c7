namespace PhantomNet.Kernels.Writing;

/// <summary>A square of 4 × 4 floats, turned over.</summary>
internal static class Transposition
{
    /// <summary>Four rows, each a local, become four columns, each handed to <paramref name="store"/> by what leaves it on the stack.</summary>
    public static void Write(Writer writer, ReadOnlySpan<int> rows, Action<int, Action> store)
    {
        int[] pairs = writer.NewVectors(rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            int half = i % 2; // the first two numbers of both rows, or the last two
            writer.Code.LocalGet(rows[i / 2 * 2]);
            writer.Code.LocalGet(rows[(i / 2 * 2) + 1]);
            writer.Code.ShuffleWords(2 * half, 4 + (2 * half), 1 + (2 * half), 5 + (2 * half));
            writer.Code.LocalSet(pairs[i]);
        }

        for (int i = 0; i < rows.Length; i++)
        {
            int from = i / 2;
            int half = 2 * (i % 2);
            store(
                i,
                () =>
                {
                    writer.Code.LocalGet(pairs[from]);
                    writer.Code.LocalGet(pairs[from + 2]);
                    writer.Code.ShuffleWords(half, half + 1, half + 4, half + 5);
                }
            );
        }
    }
}
