using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>Puts four samples, which lie one number after another, side by side.</summary>
internal sealed class GatherWriter(Writer writer)
{
    /// <summary>To an image or a vector, from the addresses in four locals, which move on.</summary>
    public void Write(int[] samples, Tensor to)
    {
        int target = writer.NewPointer();
        writer.Point(target, to);
        if (to.IsContiguous)
        {
            Run(samples, target, to.Shape.Length, Tensor.Element);
            return;
        }

        writer.Repeat(
            to.Shape.Channels,
            () =>
            {
                writer.Repeat(
                    to.Shape.Height,
                    () =>
                    {
                        Run(samples, target, to.Shape.Width, to.PixelStride);
                        writer.Advance(target, to.RowStride - (to.Shape.Width * to.PixelStride));
                    }
                );
                writer.Advance(target, to.ChannelStride - (to.Shape.Height * to.RowStride));
            }
        );
    }

    private void Run(int[] samples, int target, int count, int stride)
    {
        writer.Repeat(count / MemoryPlan.Lanes, () => Four(samples, target, stride));
        for (int i = 0; i < count % MemoryPlan.Lanes; i++)
        {
            One(samples, target);
            Move(samples, sizeof(float));
            writer.Advance(target, stride);
        }
    }

    private void One(int[] samples, int target) =>
        writer.Store(
            target,
            0,
            () =>
            {
                int vector = writer.NewVector();
                writer.LoadSplat(samples[0]);
                for (int lane = 1; lane < MemoryPlan.Lanes; lane++)
                {
                    writer.Code.LocalSet(vector);
                    writer.Code.LocalGet(samples[lane]);
                    writer.Code.LocalGet(vector);
                    writer.Code.AccessLane(V128.Load32Lane, lane, 0, 2);
                }
            }
        );

    // A square of 4 × 4 floats, turned over.
    private void Four(int[] samples, int target, int stride)
    {
        int[] rows = writer.NewVectors(MemoryPlan.Lanes);
        int[] pairs = writer.NewVectors(MemoryPlan.Lanes);
        for (int lane = 0; lane < MemoryPlan.Lanes; lane++)
        {
            writer.LoadFloats(samples[lane]);
            writer.Code.LocalSet(rows[lane]);
        }

        for (int i = 0; i < MemoryPlan.Lanes; i++)
        {
            int half = i % 2; // the first two numbers of both rows, or the last two
            writer.Code.LocalGet(rows[i / 2 * 2]);
            writer.Code.LocalGet(rows[(i / 2 * 2) + 1]);
            writer.Code.ShuffleWords(2 * half, 4 + (2 * half), 1 + (2 * half), 5 + (2 * half));
            writer.Code.LocalSet(pairs[i]);
        }

        for (int i = 0; i < MemoryPlan.Lanes; i++)
        {
            int from = i / 2;
            int half = 2 * (i % 2);
            writer.Store(
                target,
                i * stride,
                () =>
                {
                    writer.Code.LocalGet(pairs[from]);
                    writer.Code.LocalGet(pairs[from + 2]);
                    writer.Code.ShuffleWords(half, half + 1, half + 4, half + 5);
                }
            );
        }

        Move(samples, MemoryPlan.Lanes * sizeof(float));
        writer.Advance(target, MemoryPlan.Lanes * stride);
    }

    private void Move(int[] samples, int bytes)
    {
        foreach (int sample in samples)
        {
            writer.Advance(sample, bytes);
        }
    }
}
