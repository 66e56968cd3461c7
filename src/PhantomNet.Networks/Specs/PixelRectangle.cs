namespace PhantomNet.Networks.Specs;

/// <summary>A part of an image.</summary>
/// <param name="Top">First row.</param>
/// <param name="Left">First column.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="Width">Number of columns.</param>
public readonly record struct PixelRectangle(int Top, int Left, int Height, int Width)
{
    /// <summary>
    /// The smallest rectangle with every pixel that one element of a layer's output depends on. It is followed back layer by
    /// layer, and cut to the size of each map on the way: padding sees nothing.
    /// </summary>
    /// <param name="spec">The network.</param>
    /// <param name="layer">Whose output.</param>
    /// <param name="channel">Channel of the element; of a vector, its index.</param>
    /// <param name="row">Row of the element; 0 in a vector.</param>
    /// <param name="column">Column of the element; 0 in a vector.</param>
    /// <exception cref="ArgumentException">The layer has no such element.</exception>
    public static PixelRectangle SeenBy(NetworkSpec spec, int layer, int channel, int row, int column)
    {
        spec.CheckLayer(layer);
        Shape output = spec.OutputOf(layer);
        if (
            channel < 0
            || channel >= output.Channels
            || row < 0
            || row >= output.Height
            || column < 0
            || column >= output.Width
        )
        {
            throw new ArgumentException(
                $"Channel {channel}, row {row}, column {column} was asked for; layer {layer + 1} gives the shape {output}, counted "
                    + "from 0."
            );
        }

        int? element = channel; // null once more than one channel is seen
        (int First, int Last) rows = (row, row);
        (int First, int Last) columns = (column, column);
        for (int at = layer; at >= 0; at--)
        {
            Shape input = spec.InputOf(at);
            if (spec.Layers[at] is FlattenSpec && element is { } index)
            {
                int place = index % (input.Height * input.Width);
                element = index / (input.Height * input.Width);
                rows = (place / input.Width, place / input.Width);
                columns = (place % input.Width, place % input.Width);
            }
            else if (spec.Layers[at].Window is { } window)
            {
                element = spec.Layers[at] is ConvolutionSpec ? null : element;
                rows = window.Seen(rows.First, rows.Last, input.Height);
                columns = window.Seen(columns.First, columns.Last, input.Width);
            }
            else
            {
                element = null;
                rows = (0, input.Height - 1);
                columns = (0, input.Width - 1);
            }
        }

        return new PixelRectangle(rows.First, columns.First, rows.Last - rows.First + 1, columns.Last - columns.First + 1);
    }
}
