using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>
/// The ladder as a convolutional network whose weights were set by hand (<see cref="DesignedWeights"/>), none of them learned.
/// </summary>
public sealed class DesignedNetwork : IDisposable
{
    /// <summary>The radiograph with its outermost pixels repeated once on each side, so that the frame makes no edges.</summary>
    public const int InputSide = Architecture.Side + 2;

    /// <summary>Layers whose outputs are maps of the ladder.</summary>
    public const int Edges = 1;

    /// <inheritdoc cref="Edges"/>
    public const int Textures = 4;

    /// <inheritdoc cref="Edges"/>
    public const int Parts = 6;

    /// <inheritdoc cref="Edges"/>
    public const int Score = 7;

    private readonly ModelRunner _runner;

    /// <summary>Puts in the weights.</summary>
    public DesignedNetwork(INetworkRunnerFactory runners) => _runner = new ModelRunner(runners, Spec, Parameters);

    /// <summary>The network.</summary>
    public static NetworkSpec Spec { get; } =
        new(
            new Shape(1, InputSide, InputSide),
            Loss.MeanSquaredError,
            new ConvolutionSpec(10, 3),
            new ActivationSpec(Activation.ReLU),
            new AveragePoolingSpec(2),
            new ConvolutionSpec(8, 5, Padding: Padding.Same),
            new ActivationSpec(Activation.ReLU),
            new ConvolutionSpec(4, 11, Padding: Padding.Same),
            new ActivationSpec(Activation.ReLU),
            new ConvolutionSpec(1, 11, Padding: Padding.Same)
        );

    /// <summary>All its weights and biases, laid out as the spec says. They are shared: copy before changing any.</summary>
    public static float[] Parameters { get; } = DesignedWeights.For(Spec);

    /// <summary>What leaves each layer for an image.</summary>
    /// <param name="pixels">[64 × 64], 0 to 1.</param>
    public ValueTask<float[][]> RunAsync(ReadOnlySpan<float> pixels) => _runner.OutputsAsync(Parameters, Framed(pixels));

    /// <inheritdoc/>
    public void Dispose() => _runner.Dispose();

    /// <summary>The largest lesion score anywhere: the answer for the whole patient.</summary>
    public static float PatientScore(float[][] outputs)
    {
        float largest = float.NegativeInfinity;
        foreach (float score in outputs[Score])
        {
            largest = Math.Max(largest, score);
        }

        return largest;
    }

    /// <summary>A map of the ladder.</summary>
    /// <param name="map">Which.</param>
    /// <param name="pixels">The image.</param>
    /// <param name="outputs">What left each layer for it.</param>
    public static float[] Map(DesignedMap map, float[] pixels, float[][] outputs)
    {
        if (map.Layer < 0)
        {
            return pixels;
        }

        float[] values = Channel(outputs, map.Layer, map.Channel).ToArray();
        if (map.Minus is { } minus)
        {
            ReadOnlySpan<float> other = Channel(outputs, map.Layer, minus);
            for (int i = 0; i < values.Length; i++)
            {
                values[i] -= other[i];
            }
        }

        return values;
    }

    private static ReadOnlySpan<float> Channel(float[][] outputs, int layer, int channel)
    {
        Shape shape = Spec.OutputOf(layer);
        int places = shape.Height * shape.Width;
        return outputs[layer].AsSpan(channel * places, places);
    }

    private static float[] Framed(ReadOnlySpan<float> pixels)
    {
        float[] framed = new float[InputSide * InputSide];
        for (int row = 0; row < InputSide; row++)
        {
            for (int column = 0; column < InputSide; column++)
            {
                framed[(row * InputSide) + column] = pixels[(Inside(row) * Architecture.Side) + Inside(column)];
            }
        }

        return framed;
    }

    private static int Inside(int place) => Math.Clamp(place - 1, 0, Architecture.Side - 1);
}
