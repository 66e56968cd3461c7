using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>
/// A layer from a small image to a map of the same size, as the matrix that it is: a row for each output, a column for each pixel.
/// Nothing is derived on paper: a column is what the engine answers to the image in which that pixel alone is 1.
/// </summary>
public sealed class LayerMatrix
{
    private readonly Network _convolution;

    /// <summary>Draws the weights and runs the unit images.</summary>
    public LayerMatrix(Sharing sharing, int side, int seed)
    {
        Side = side;
        _convolution = Drawn(KernelWeights.Layer(side, stride: 1), seed);
        float[] shared = AnswersToUnits(_convolution);
        float[] dense = AnswersToUnits(
            Drawn(new NetworkSpec(Shape.Vector(Length), Loss.MeanSquaredError, new DenseSpec(Length)), seed)
        );
        ScaleEnd = shared.Concat(dense).Max(Math.Abs);
        Values = sharing switch
        {
            Sharing.Dense => dense,
            Sharing.Local => [.. dense.Select((weight, i) => shared[i] == 0 ? 0 : weight)],
            _ => shared,
        };
        NonZero = Values.Count(weight => weight != 0);
        Different = Values.Where(weight => weight != 0).ToHashSet().Count;
    }

    /// <summary>Rows and columns of the image.</summary>
    public int Side { get; }

    /// <summary>Rows and columns of the matrix.</summary>
    public int Length => Side * Side;

    /// <summary>[outputs, pixels].</summary>
    public float[] Values { get; }

    /// <summary>The weight farthest from 0 in any of the three matrices of this size.</summary>
    public double ScaleEnd { get; }

    /// <summary>How many entries aren't 0.</summary>
    public int NonZero { get; }

    /// <summary>How many different numbers they are. Of many random float32 two can be the same by chance.</summary>
    public int Different { get; }

    /// <summary>The weights of one output, as an image.</summary>
    public float[] Row(int output) => Values[(output * Length)..((output + 1) * Length)];

    /// <summary>
    /// The largest difference between the convolution's outputs and those of a fully connected layer whose weights are this matrix.
    /// </summary>
    /// <param name="image">[Side, Side].</param>
    public double DifferenceFromConvolution(float[] image)
    {
        Network dense = new(new NetworkSpec(Shape.Vector(Length), Loss.MeanSquaredError, new DenseSpec(Length)));
        Values.CopyTo(dense.Parameters);
        ReadOnlySpan<float> multiplied = dense.Forward(image, batch: 1);
        ReadOnlySpan<float> convolved = _convolution.Forward(image, batch: 1);
        double largest = 0;
        for (int i = 0; i < Length; i++)
        {
            largest = Math.Max(largest, Math.Abs((double)multiplied[i] - convolved[i]));
        }

        return largest;
    }

    private static Network Drawn(NetworkSpec spec, int seed)
    {
        Network network = new(spec);
        Initialiser.Parameters(spec, seed, Initialisation.He).CopyTo(network.Parameters);
        return network;
    }

    private static float[] AnswersToUnits(Network network)
    {
        int length = network.Spec.Input.Length;
        float[] units = new float[length * length];
        for (int pixel = 0; pixel < length; pixel++)
        {
            units[(pixel * length) + pixel] = 1;
        }

        ReadOnlySpan<float> answers = network.Forward(units, batch: length); // [pixels, outputs]
        float[] matrix = new float[length * length];
        for (int output = 0; output < length; output++)
        {
            for (int pixel = 0; pixel < length; pixel++)
            {
                matrix[(output * length) + pixel] = answers[(pixel * length) + output];
            }
        }

        return matrix;
    }
}
