using PhantomNet.Networks;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>What one dense layer on an image needs, counted from its spec.</summary>
public sealed class DenseWeightCount
{
    private static readonly int[] _sides = [8, 16, 28, 32, 48, 64, 96, 128, 160, 192, 224, 256, 320, 384, 448, 512];

    /// <summary>Counts them.</summary>
    /// <param name="side">Rows and columns of the image.</param>
    /// <param name="neurons">Units of the layer.</param>
    /// <param name="colour">Whether the image has three channels.</param>
    public DenseWeightCount(int side, int neurons, bool colour)
    {
        DenseSpec layer = new(neurons);
        Pixels = Input(side, colour).Length;
        Weights = layer.WeightCount(Input(side, colour));
        Biases = layer.BiasCount(Input(side, colour));
        MultiplyAdds = layer.MultiplyAdds(Input(side, colour));
        BySide =
        [
            .. _sides.Append(side).Distinct().Order().Select(at => ((double)at, (double)layer.WeightCount(Input(at, colour)))),
        ];
    }

    /// <summary>Numbers that the image has.</summary>
    public int Pixels { get; }

    /// <summary>Weights of the layer, its biases not counted.</summary>
    public int Weights { get; }

    /// <summary>Its biases.</summary>
    public int Biases { get; }

    /// <summary>For one image.</summary>
    public long MultiplyAdds { get; }

    /// <summary>What the weights take in float32.</summary>
    public double Megabytes => sizeof(float) * (double)Weights / 1e6;

    /// <summary>The weights of such a layer on images from small to large.</summary>
    public IReadOnlyList<(double Side, double Weights)> BySide { get; }

    private static Shape Input(int side, bool colour) => Shape.Vector(new Shape(colour ? 3 : 1, side, side).Length);
}
