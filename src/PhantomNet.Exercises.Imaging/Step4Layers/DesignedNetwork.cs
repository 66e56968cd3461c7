using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>
/// The ladder as a convolutional network whose weights were set by hand (<see cref="DesignedWeights"/>), none of them learned. It is
/// run in two halves, one after the other, so that no part of the work takes long; the numbers are those of the whole.
/// </summary>
public sealed class DesignedNetwork
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

    private readonly Network _lower;
    private readonly Network _upper;

    /// <summary>Puts in the weights.</summary>
    public DesignedNetwork()
    {
        _lower = new Network(new NetworkSpec(Spec.Input, Spec.Loss, Spec.Layers.Take(Textures + 1)));
        _upper = new Network(new NetworkSpec(Spec.OutputOf(Textures), Spec.Loss, Spec.Layers.Skip(Textures + 1)));
        float[] all = Parameters();
        all.AsSpan(0, _lower.Parameters.Length).CopyTo(_lower.Parameters);
        all.AsSpan(_lower.Parameters.Length).CopyTo(_upper.Parameters);
    }

    /// <summary>The whole network.</summary>
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

    /// <summary>All its weights and biases, laid out as the spec says.</summary>
    public static float[] Parameters() => DesignedWeights.For(Spec);

    /// <summary>Edges and textures of an image.</summary>
    /// <param name="pixels">[64 × 64], 0 to 1.</param>
    public void RunLower(ReadOnlySpan<float> pixels) => _lower.Forward(Framed(pixels), batch: 1);

    /// <summary>Parts and score, from what <see cref="RunLower"/> left.</summary>
    public void RunUpper() => _upper.Forward(_lower.OutputOf(Textures), batch: 1);

    /// <summary>What left a layer of the whole.</summary>
    public ReadOnlySpan<float> OutputOf(int layer) =>
        layer <= Textures ? _lower.OutputOf(layer) : _upper.OutputOf(layer - Textures - 1);

    /// <summary>The largest lesion score anywhere: the answer for the whole patient.</summary>
    public float PatientScore()
    {
        float largest = float.NegativeInfinity;
        foreach (float score in OutputOf(Score))
        {
            largest = Math.Max(largest, score);
        }

        return largest;
    }

    /// <summary>A map of the ladder.</summary>
    /// <param name="map">Which.</param>
    /// <param name="pixels">The image.</param>
    public float[] Map(DesignedMap map, float[] pixels)
    {
        if (map.Layer < 0)
        {
            return pixels;
        }

        float[] values = Channel(map.Layer, map.Channel).ToArray();
        if (map.Minus is { } minus)
        {
            ReadOnlySpan<float> other = Channel(map.Layer, minus);
            for (int i = 0; i < values.Length; i++)
            {
                values[i] -= other[i];
            }
        }

        return values;
    }

    private ReadOnlySpan<float> Channel(int layer, int channel)
    {
        Shape shape = Spec.OutputOf(layer);
        int places = shape.Height * shape.Width;
        return OutputOf(layer).Slice(channel * places, places);
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
