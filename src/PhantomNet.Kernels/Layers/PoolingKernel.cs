using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Specs;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers;

/// <summary>What both kinds of pooling have in common: windows that move over every channel by itself.</summary>
internal abstract class PoolingKernel(LayerPlan plan, MemoryPlan memory) : LayerKernel(plan, memory)
{
    private const int LargestUnrolled = 8; // rows and columns of a window

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

    /// <summary>Goes through a window's places in reading order, in one image or in several of the same window.</summary>
    protected void EachPlace(Writer writer, Action<Place[]> body, params (int Pointer, Tensor Image)[] corners)
    {
        if (Window.Size <= LargestUnrolled)
        {
            for (int i = 0; i < Window.Size * Window.Size; i++)
            {
                int row = i / Window.Size;
                int column = i % Window.Size;
                body([
                    .. corners.Select(c => new Place(c.Pointer, (row * c.Image.RowStride) + (column * c.Image.PixelStride))),
                ]);
            }

            return;
        }

        (int Pointer, Tensor Image)[] moving = [.. corners.Select(corner => (writer.NewPointer(), corner.Image))];
        for (int i = 0; i < corners.Length; i++)
        {
            writer.Copy(corners[i].Pointer, moving[i].Pointer);
        }

        writer.Repeat(
            Window.Size,
            () =>
            {
                writer.Repeat(
                    Window.Size,
                    () =>
                    {
                        body([.. moving.Select(corner => new Place(corner.Pointer, 0))]);
                        Move(image => image.PixelStride);
                    }
                );
                Move(image => image.RowStride - (Window.Size * image.PixelStride));
            }
        );

        void Move(Func<Tensor, int> bytes)
        {
            foreach ((int pointer, Tensor image) in moving)
            {
                writer.Advance(pointer, bytes(image));
            }
        }
    }

    /// <summary>Stores or, where windows overlap, adds the vector that <paramref name="value"/> leaves.</summary>
    protected void Give(Writer writer, Place dx, Action value) =>
        writer.Store(
            dx,
            () =>
            {
                value();
                if (Overlaps)
                {
                    writer.Load(dx);
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
