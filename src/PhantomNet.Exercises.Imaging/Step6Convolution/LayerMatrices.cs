using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>
/// The matrices of a fully connected layer, of one that is local, and of a convolution, all on a small image and as they are before
/// training. Nothing is derived on paper: a column is what the engine answers to the image in which that pixel alone is 1.
/// </summary>
public sealed class LayerMatrices
{
    private readonly int _side;
    private readonly Network _dense;
    private readonly Network _convolution;
    private readonly LayerMatrix?[] _matrices = new LayerMatrix?[3];

    /// <summary>Draws the weights.</summary>
    public LayerMatrices(int side, int seed)
    {
        _side = side;
        _dense = Drawn(DenseSpecOf(side), seed);
        _convolution = Drawn(KernelWeights.Layer(side, stride: 1), seed);
        ScaleEnd = Math.Max(PixelColours.LargestSize(_dense.Parameters), PixelColours.LargestSize(_convolution.Parameters));
    }

    /// <summary>The weight farthest from 0 in any of the three.</summary>
    public double ScaleEnd { get; }

    /// <summary>One of the three.</summary>
    public LayerMatrix this[Sharing sharing] =>
        _matrices[(int)sharing] ??= sharing switch
        {
            Sharing.Dense => new(_side, AnswersToUnits(_dense)),
            Sharing.Local => new(_side, Masked(this[Sharing.Dense].Values, this[Sharing.Shared].Values)),
            _ => new(_side, AnswersToUnits(_convolution)),
        };

    /// <summary>
    /// The largest difference between the convolution's outputs and those of a fully connected layer whose weights are a matrix.
    /// </summary>
    /// <param name="matrix">One of the three.</param>
    /// <param name="image">[side, side].</param>
    public double DifferenceFromConvolution(LayerMatrix matrix, float[] image)
    {
        Network dense = new(DenseSpecOf(_side));
        matrix.Values.CopyTo(dense.Parameters);
        ReadOnlySpan<float> multiplied = dense.Forward(image, batch: 1);
        ReadOnlySpan<float> convolved = _convolution.Forward(image, batch: 1);
        double largest = 0;
        for (int i = 0; i < multiplied.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs((double)multiplied[i] - convolved[i]));
        }

        return largest;
    }

    private static NetworkSpec DenseSpecOf(int side) =>
        new(Shape.Vector(side * side), Loss.MeanSquaredError, new DenseSpec(side * side));

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

    // Kept where the convolution has a weight.
    private static float[] Masked(float[] values, float[] pattern)
    {
        float[] kept = new float[values.Length];
        for (int i = 0; i < kept.Length; i++)
        {
            kept[i] = pattern[i] == 0 ? 0 : values[i];
        }

        return kept;
    }
}
