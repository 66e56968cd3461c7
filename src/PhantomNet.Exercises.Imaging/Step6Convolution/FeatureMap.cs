using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>What one 3×3 filter, same-padded and without a bias, makes of an image; the engine runs it.</summary>
public sealed class FeatureMap
{
    /// <summary>Runs the convolution.</summary>
    /// <param name="image">[side, side].</param>
    /// <param name="side">Rows and columns.</param>
    /// <param name="weights">Nine, row by row.</param>
    /// <param name="stride">Pixels between neighbouring outputs.</param>
    public FeatureMap(float[] image, int side, float[] weights, int stride = 1)
    {
        Network network = new(KernelWeights.Layer(side, stride));
        weights.CopyTo(network.Parameters);
        Values = network.Forward(image, batch: 1).ToArray();
        Side = network.Spec.Output.Height;
        Stride = stride;
    }

    /// <summary>[Side, Side].</summary>
    public float[] Values { get; }

    /// <summary>Rows and columns.</summary>
    public int Side { get; }

    /// <summary>Pixels between neighbouring outputs.</summary>
    public int Stride { get; }

    /// <summary>The size of the value farthest from zero, the outermost places left out: their windows meet padding.</summary>
    public double LargestInside
    {
        get
        {
            double largest = 0;
            for (int row = 1; row < Side - 1; row++)
            {
                largest = Math.Max(largest, PixelColours.LargestSize(Values.AsSpan((row * Side) + 1, Side - 2)));
            }

            return largest;
        }
    }

    /// <summary>One of the values.</summary>
    public float this[int row, int column] => Values[(row * Side) + column];

    /// <summary>The value farthest from zero among the places whose middle pixel is marked; null where none is.</summary>
    /// <param name="mask">[pixels, pixels] of the image.</param>
    /// <param name="pixels">Rows and columns of the image.</param>
    public PlaceOfMap? StrongestOver(bool[] mask, int pixels)
    {
        PlaceOfMap? strongest = null;
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < Side; column++)
            {
                bool isMarked = mask[(row * Stride * pixels) + (column * Stride)];
                if (isMarked && !(Math.Abs(this[row, column]) <= Math.Abs(strongest?.Value ?? 0)))
                {
                    strongest = new(row, column, this[row, column]);
                }
            }
        }

        return strongest;
    }
}
