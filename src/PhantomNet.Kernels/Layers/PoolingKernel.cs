using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Specs;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers;

/// <summary>What both kinds of pooling have in common: windows that move over every channel by itself.</summary>
internal abstract class PoolingKernel(LayerPlan plan, MemoryPlan memory) : LayerKernel(plan, memory)
{
    protected Window Window => Plan.Spec.Window!.Value;

    // Windows that overlap add to what is there; others each write their own.
    private bool Overlaps => Window.Size > Window.Stride;

    public override void Forward(Writer writer)
    {
        int x = writer.NewPointer();
        int y = writer.NewPointer();
        writer.Point(x, Plan.Input);
        writer.Point(y, Plan.Output);
        Walk(writer, (x, Plan.Input), (y, Plan.Output), () => Pool(writer, x, y));
    }

    public override void InputGradient(Writer writer)
    {
        Tensor dx = Plan.InputGradient!;
        if (Overlaps)
        {
            writer.ForEach(Plan.NeededInput, places => writer.Store(places[0], () => writer.Code.Splat(0)), dx);
        }

        int from = writer.NewPointer();
        int x = writer.NewPointer();
        int y = writer.NewPointer();
        int dy = writer.NewPointer();
        writer.Point(from, dx);
        writer.Point(x, Plan.Input);
        writer.Point(y, Plan.Output);
        writer.Point(dy, Plan.OutputGradient);
        Walk(
            writer,
            (from, dx),
            (dy, Plan.OutputGradient),
            () => Share(writer, x, y, dy, from),
            (x, Plan.Input),
            (y, Plan.Output)
        );
    }

    /// <summary>Writes one output from its window.</summary>
    protected abstract void Pool(Writer writer, int x, int y);

    /// <summary>Hands one output's gradient to its window.</summary>
    protected abstract void Share(Writer writer, int x, int y, int dy, int dx);

    /// <summary>Offsets of the window's places in reading order.</summary>
    protected IEnumerable<int> Offsets(Tensor image) =>
        from row in Enumerable.Range(0, Window.Size)
        from column in Enumerable.Range(0, Window.Size)
        select (row * image.RowStride) + (column * image.PixelStride);

    /// <summary>Stores or, where windows overlap, adds the vector that <paramref name="value"/> leaves.</summary>
    protected void Give(Writer writer, int dx, int offset, Action value) =>
        writer.Store(
            dx,
            offset,
            () =>
            {
                value();
                if (Overlaps)
                {
                    writer.Load(dx, offset);
                    writer.Code.Emit(F32x4.Add);
                }
            }
        );

    // All output places; pointers to inputs move a stride where those to outputs move by one.
    private void Walk(
        Writer writer,
        (int Pointer, Tensor Tensor) image,
        (int Pointer, Tensor Tensor) map,
        Action body,
        params (int Pointer, Tensor Tensor)[] others
    )
    {
        (int Pointer, Tensor Tensor, int Step)[] all =
        [
            (image.Pointer, image.Tensor, Window.Stride),
            (map.Pointer, map.Tensor, 1),
            .. others.Select((other, i) => (other.Pointer, other.Tensor, i == 0 ? Window.Stride : 1)),
        ];
        writer.Repeat(
            Plan.Needed.Channels,
            () =>
            {
                writer.Repeat(
                    Plan.Needed.Height,
                    () =>
                    {
                        writer.Repeat(
                            Plan.Needed.Width,
                            () =>
                            {
                                body();
                                Move(t => t.PixelStride, _ => 0);
                            }
                        );
                        Move(t => t.RowStride, t => Plan.Needed.Width * t.PixelStride);
                    }
                );
                foreach ((int pointer, Tensor tensor, int step) in all)
                {
                    writer.Advance(pointer, tensor.ChannelStride - (Plan.Needed.Height * step * tensor.RowStride));
                }
            }
        );

        void Move(Func<Tensor, int> forth, Func<Tensor, int> back)
        {
            foreach ((int pointer, Tensor tensor, int step) in all)
            {
                writer.Advance(pointer, step * (forth(tensor) - back(tensor)));
            }
        }
    }
}
