using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>
/// The dense network of the stage, whose sums over pixels are exact in float32. Pixels are multiples of 1/256 and first-layer weights
/// of 1/1024, so products and sums are multiples of 2⁻¹⁸; while their sizes add up to less than 2²⁴ of these, no sum is rounded,
/// and its order can't matter.
/// </summary>
public sealed class PixelNetwork
{
    /// <summary>Rows and columns of the image.</summary>
    public const int Side = 64;

    /// <summary>Its pixels.</summary>
    public const int PixelCount = Side * Side;

    /// <summary>A pixel of 1 would be this many grey levels.</summary>
    public const int GreyLevels = 256;

    /// <summary>The weights are multiples of one over this.</summary>
    public const int WeightSteps = 1024;

    private const int Seed = 1;

    private readonly Network _network = new(Spec);
    private readonly float[] _parameters = Draw();

    /// <summary>64 × 64 pixels, 16 neurons, one output.</summary>
    public static NetworkSpec Spec { get; } =
        new(
            new Shape(1, Side, Side),
            Loss.BinaryCrossEntropy,
            new FlattenSpec(),
            new DenseSpec(16),
            new ActivationSpec(Activation.ReLU),
            new DenseSpec(1)
        );

    /// <summary>Weight of one neuron (from 0) at one pixel.</summary>
    public float Weight(int neuron, int pixel) => _parameters[(neuron * PixelCount) + pixel];

    /// <summary>Grey values 0 to 255 as inputs.</summary>
    public static float[] Inputs(ReadOnlySpan<byte> grey)
    {
        float[] inputs = new float[grey.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = grey[i] / (float)GreyLevels;
        }

        return inputs;
    }

    /// <summary>Runs an image through the network, its first-layer weights moved by a permutation.</summary>
    /// <param name="inputs">The image, shuffled or not: [Side, Side].</param>
    /// <param name="weights">How the weights are moved.</param>
    public NetworkAnswer Run(ReadOnlySpan<float> inputs, PixelPermutation weights)
    {
        weights.ShuffledWeights(Spec, _parameters).CopyTo(_network.Parameters);
        float output = _network.Forward(inputs, batch: 1)[0];
        return new NetworkAnswer(_network.OutputOf(1).ToArray(), output);
    }

    private static float[] Draw()
    {
        float[] parameters = Initialiser.Parameters(Spec, Seed);
        foreach (ref float weight in parameters.AsSpan(Spec.ParameterBlocks().First().Weights))
        {
            weight = MathF.Round(weight * WeightSteps) / WeightSteps;
        }

        return parameters;
    }
}
