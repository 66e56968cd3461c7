namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>A layer from a small image to a map of the same size as the matrix that it is: a row for each output, a column for each pixel.</summary>
public sealed class LayerMatrix
{
    /// <summary>Counts what is in it.</summary>
    /// <param name="side">Rows and columns of the image.</param>
    /// <param name="values">[outputs, pixels].</param>
    public LayerMatrix(int side, float[] values)
    {
        Side = side;
        Values = values;
        HashSet<float> different = [];
        foreach (float weight in values)
        {
            if (weight != 0)
            {
                NonZero++;
                different.Add(weight);
            }
        }

        Different = different.Count;
    }

    /// <summary>Rows and columns of the image.</summary>
    public int Side { get; }

    /// <summary>Rows and columns of the matrix.</summary>
    public int Length => Side * Side;

    /// <summary>[outputs, pixels].</summary>
    public float[] Values { get; }

    /// <summary>How many entries aren't 0.</summary>
    public int NonZero { get; }

    /// <summary>How many different numbers they are. Of many random float32 two can be the same by chance.</summary>
    public int Different { get; }

    /// <summary>The weights of one output, as an image.</summary>
    public float[] Row(int output) => Values[(output * Length)..((output + 1) * Length)];
}
