using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>The two networks of the trial, and how they are trained.</summary>
public static class TrialNetworks
{
    /// <summary>Rows and columns of the images.</summary>
    public const int Side = 16;

    /// <summary>Neurons in the hidden layer of the dense network.</summary>
    public const int Hidden = 32;

    /// <summary>Epochs of a training.</summary>
    public const int Epochs = 20;

    /// <summary>Images in a minibatch.</summary>
    public const int BatchSize = 8;

    private const int Seed = 1;

    // Small first weights, so that what is learned stands out from them.
    private const float DenseScale = 0.1f;

    private static readonly Shape Image = new(1, Side, Side);

    /// <summary>256 pixels, 32 neurons, one output.</summary>
    public static NetworkSpec Dense { get; } =
        new(
            Image,
            Loss.BinaryCrossEntropy,
            new FlattenSpec(),
            new DenseSpec(Hidden),
            new ActivationSpec(Activation.ReLU),
            new DenseSpec(1)
        );

    /// <summary>Two convolutions of 3 × 3, each with a pooling after it, and one output.</summary>
    public static NetworkSpec Convolutional { get; } =
        new(
            Image,
            Loss.BinaryCrossEntropy,
            new ConvolutionSpec(8, 3, Padding: Padding.Same),
            new ActivationSpec(Activation.ReLU),
            new MaxPoolingSpec(2),
            new ConvolutionSpec(12, 3, Padding: Padding.Same),
            new ActivationSpec(Activation.ReLU),
            new MaxPoolingSpec(4),
            new FlattenSpec(),
            new DenseSpec(1)
        );

    /// <summary>The network of a kind.</summary>
    public static NetworkSpec Spec(bool convolutional) => convolutional ? Convolutional : Dense;

    /// <summary>How a kind is trained.</summary>
    public static TrainingSettings Settings(bool convolutional) => new(new Adam(convolutional ? 0.01 : 0.002), BatchSize);

    /// <summary>The parameters that a kind starts from, always the same.</summary>
    public static float[] FirstParameters(bool convolutional)
    {
        NetworkSpec spec = Spec(convolutional);
        float[] parameters = Initialiser.Parameters(spec, Seed);
        if (!convolutional)
        {
            foreach (ref float weight in parameters.AsSpan(spec.ParameterBlocks().First().Weights))
            {
                weight *= DenseScale;
            }
        }

        return parameters;
    }
}
