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
        for (int lane = 0; lane < MemoryPlan.Lanes; lane++)
        {
            writer.LoadFloats(samples[lane]);
            writer.Code.LocalSet(rows[lane]);
        }

        Transposition.Write(writer, rows, (i, value) => writer.Store(target, i * stride, value));
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
