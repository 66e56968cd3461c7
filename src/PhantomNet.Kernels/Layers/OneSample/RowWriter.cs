using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks;

namespace PhantomNet.Kernels.Layers.OneSample;

/// <summary>Goes through images of one sample row by row, four neighbouring pixels at a time and the rest of a row together.</summary>
internal static class RowWriter
{
    private const int Four = MemoryPlan.Lanes;

    /// <summary>From where the pointers point on; they move on.</summary>
    /// <param name="writer">Writes the loops.</param>
    /// <param name="shape">Channels, rows and columns to go through.</param>
    /// <param name="body">Writes what happens to the next pixels, so many of them, which the pointers point to.</param>
    /// <param name="images">Each with its pointer, and the rows and columns that it moves for one of the shape's.</param>
    public static void ForEach(
        Writer writer,
        Shape shape,
        Action<int> body,
        params (int Pointer, Tensor Image, int Step)[] images
    )
    {
        if (images.All(image => image.Image.IsContiguous && image.Image.Shape.Length == shape.Length && image.Step == 1))
        {
            Row(shape.Length);
            return;
        }

        writer.Repeat(
            shape.Channels,
            () =>
            {
                writer.Repeat(
                    shape.Height,
                    () =>
                    {
                        Row(shape.Width);
                        Move(i => (i.Step * i.Image.RowStride) - (shape.Width / Four * Four * i.Step * Tensor.Single));
                    }
                );
                Move(i => i.Image.ChannelStride - (shape.Height * i.Step * i.Image.RowStride));
            }
        );

        void Row(int width)
        {
            writer.Repeat(
                width / Four,
                () =>
                {
                    body(Four);
                    Move(image => Four * image.Step * Tensor.Single);
                }
            );
            if (width % Four is > 0 and int rest)
            {
                body(rest);
            }
        }

        void Move(Func<(int Pointer, Tensor Image, int Step), int> bytes)
        {
            foreach ((int Pointer, Tensor Image, int Step) image in images)
            {
                writer.Advance(image.Pointer, bytes(image));
            }
        }
    }

    /// <summary>Stores f of each pixel of an image in another; nothing where both lie in one place and f changes nothing.</summary>
    public static void Map(Writer writer, Shape shape, Tensor from, Tensor to, Action? function)
    {
        if (from == to && function is null)
        {
            return;
        }

        int x = writer.NewPointer();
        int y = writer.NewPointer();
        writer.Point(x, from);
        writer.Point(y, to);
        Map(writer, shape, (x, from), (y, to), function);
    }

    /// <summary>The same from where pointers point.</summary>
    public static void Map(
        Writer writer,
        Shape shape,
        (int Pointer, Tensor Image) from,
        (int Pointer, Tensor Image) to,
        Action? function
    )
    {
        int value = writer.NewVector();
        ForEach(
            writer,
            shape,
            count =>
            {
                writer.LoadFloats(from.Pointer);
                function?.Invoke();
                writer.Code.LocalSet(value);
                writer.StorePixels(to.Pointer, 0, value, to.Image, count);
            },
            (from.Pointer, from.Image, 1),
            (to.Pointer, to.Image, 1)
        );
    }
}
