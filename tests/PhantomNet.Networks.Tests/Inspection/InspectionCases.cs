using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Randomness;

namespace PhantomNet.Networks.Tests.Inspection;

/// <summary>Networks whose inspection is known beforehand.</summary>
internal static class InspectionCases
{
    public static readonly Shape Image = new(1, 6, 6);

    /// <summary>Class 1's logit is 2 × (pixel 14, row 2 column 2) and class 0's is −3 × (pixel 35, the last).</summary>
    public static readonly NetworkSpec TwoPixels = new(Image, Loss.SoftmaxCrossEntropy, new FlattenSpec(), new DenseSpec(2));

    /// <summary>The parameters of that network.</summary>
    public static float[] TwoPixelsParameters()
    {
        float[] parameters = new float[74];
        parameters[36 + 14] = 2;
        parameters[35] = -3;
        return parameters;
    }

    /// <summary>An ordinary small network of images with random parameters.</summary>
    public static Network Random(Loss loss = Loss.SoftmaxCrossEntropy, Activation activation = Activation.ReLU)
    {
        Network network = new(
            new NetworkSpec(
                new Shape(2, 8, 8),
                loss,
                new ConvolutionSpec(4, 3, 1, Padding.Same),
                new ActivationSpec(activation),
                new MaxPoolingSpec(2),
                new ConvolutionSpec(3, 3),
                new ActivationSpec(activation),
                new FlattenSpec(),
                new DenseSpec(loss == Loss.BinaryCrossEntropy ? 1 : 3)
            )
        );
        Initialiser.Parameters(network.Spec, seed: 9).CopyTo(network.Parameters);
        return network;
    }

    /// <summary>Random images for it, with random classes.</summary>
    public static SampleSet Samples(Shape shape, int count, int classes = 3)
    {
        SeededRandom random = new(seed: 21);
        float[] inputs = [.. Enumerable.Range(0, count * shape.Length).Select(_ => (float)random.NextNormal())];
        return SampleSet.OfClasses(
            shape,
            inputs,
            [.. Enumerable.Range(0, count).Select(_ => random.NextInt(classes))],
            classes
        );
    }

    /// <summary>The network behind the interface.</summary>
    public static TextbookRunner Runner(NetworkSpec spec, float[] parameters) =>
        new(spec, new TrainingSettings(new Sgd(0.1), 1), Samples(spec.Input, 1, spec.ClassCount()), parameters);
}
