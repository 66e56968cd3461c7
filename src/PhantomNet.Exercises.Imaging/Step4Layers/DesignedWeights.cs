using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>The weights of <see cref="DesignedNetwork"/>, each with its reason; places count from the middle of a kernel.</summary>
internal sealed class DesignedWeights
{
    // Channels that leave the first two convolutions.
    private const int Grey = 0;
    private const int Band = 9;
    private const int RightwardEnergy = 3;
    private const int Bands = 5;
    private const int Darker = 6;
    private const int Dark = 7;

    // Grey values: soft tissue is above the one; what is below the other is as dark as it needs to be.
    private const double DarkBelow = 0.85;
    private const double DarkEnough = 0.55;

    // Sobel's kernels, turned by 45° each: brighter below, lower right, right, upper right.
    private static readonly double[][] _edges =
    [
        [-1, -2, -1, 0, 0, 0, 1, 2, 1],
        [-2, -1, 0, -1, 0, 1, 0, 1, 2],
        [-1, 0, 1, -2, 0, 2, -1, 0, 1],
        [0, 1, 2, -1, 0, 1, -2, -1, 0],
    ];

    private readonly NetworkSpec _spec;
    private readonly ParameterBlock[] _blocks;
    private readonly float[] _parameters;

    private DesignedWeights(NetworkSpec spec)
    {
        _spec = spec;
        _blocks = [.. spec.ParameterBlocks()];
        _parameters = new float[spec.ParameterCount];
    }

    /// <summary>All parameters of the network.</summary>
    public static float[] For(NetworkSpec spec)
    {
        DesignedWeights weights = new(spec);
        weights.SetEdges();
        weights.SetTextures();
        weights.SetParts();
        weights.SetScore();
        return weights._parameters;
    }

    // The image itself; each edge with either sign, because the ReLU keeps one; a band brighter than above and below.
    private void SetEdges()
    {
        Put(0, Grey, 0, (row, column) => row == 0 && column == 0 ? 1 : 0);
        for (int edge = 0; edge < _edges.Length; edge++)
        {
            double[] kernel = _edges[edge];
            Put(0, 1 + (2 * edge), 0, (row, column) => kernel[((row + 1) * 3) + column + 1] / 8);
            Put(0, 2 + (2 * edge), 0, (row, column) => -kernel[((row + 1) * 3) + column + 1] / 8);
        }

        Put(0, Band, 0, (row, _) => (row == 0 ? 2 : -1) / 6.0);
    }

    // Means of grey, of edges of either sign, of bands along their length; and what is darker than a threshold.
    private void SetTextures()
    {
        Put(1, Grey, Grey, Box(1));
        for (int edge = 0; edge < _edges.Length; edge++)
        {
            Put(1, 1 + edge, 1 + (2 * edge), Box(2));
            Put(1, 1 + edge, 2 + (2 * edge), Box(2));
        }

        Put(1, Bands, Band, (row, column) => row == 0 && Math.Abs(column) <= 1 ? 1 / 3.0 : 0);
        Put(1, Darker, Grey, Times(-1, Box(1)));
        Bias(1, Darker, DarkEnough);
        Put(1, Dark, Grey, Times(-1, Box(1)));
        Bias(1, Dark, DarkBelow);
    }

    private void SetParts()
    {
        const int lung = 0;
        const int rib = 1;
        const int heartBorder = 2;
        const int body = 3;
        // Dark, but how dark beyond enough doesn’t count; and bright on both sides, which the air beside the patient isn’t. The bias
        // is what one of the two would reach alone.
        Put(2, lung, Dark, Times(6, Box(1)));
        Put(2, lung, Darker, Times(-6, Box(1)));
        Put(2, lung, Grey, (row, column) => Math.Abs(row) <= 1 && Math.Abs(column) >= 3 ? 1 / 9.0 : 0);
        Bias(2, lung, -2.4);

        Put(2, rib, Bands, (row, column) => row == 0 && column == 0 ? 1 : 0);

        // The chest’s wall is an edge too, but too thin to be bright all along its left side.
        Put(2, heartBorder, RightwardEnergy, (row, column) => Math.Abs(row) <= 1 && column == 0 ? 1 : 0);
        Put(
            2,
            heartBorder,
            Grey,
            (row, column) =>
                Math.Abs(row) > 1 || Math.Abs(column) < 2 ? 0
                : column < 0 ? 1 / 12.0
                : -0.7 / 12
        );
        Bias(2, heartBorder, -0.55);

        Put(2, body, Grey, Sum(Ring(0, 2), Times(-1, Ring(3.6, 4.3))));
    }

    private void SetScore()
    {
        const int score = 0;
        Put(3, score, 0, Times(0.5, Ring(3, 5.1)));
        Put(3, score, 1, Times(10, Box(3)));
        Put(3, score, 2, Times(-0.5, Box(2)));
        Put(3, score, 3, Times(-0.8, Box(2)));
    }

    private void Put(int block, int filter, int channel, Func<int, int, double> weight)
    {
        int layer = _blocks[block].Layer;
        int size = ((ConvolutionSpec)_spec.Layers[layer]).KernelSize;
        int first = _blocks[block].Offset + (((filter * _spec.InputOf(layer).Channels) + channel) * size * size);
        for (int k = 0; k < size * size; k++)
        {
            _parameters[first + k] = (float)weight((k / size) - (size / 2), (k % size) - (size / 2));
        }
    }

    private void Bias(int block, int filter, double value) =>
        _parameters[_blocks[block].Offset + _blocks[block].WeightCount + filter] = (float)value;

    // A mean over a square that reaches so far from the middle.
    private static Func<int, int, double> Box(int reach) =>
        (row, column) =>
            Math.Abs(row) <= reach && Math.Abs(column) <= reach ? 1.0 / (((2 * reach) + 1) * ((2 * reach) + 1)) : 0;

    // A mean over what lies so far from the middle.
    private static Func<int, int, double> Ring(double from, double to)
    {
        int count = 0;
        for (int k = 0; k < 11 * 11; k++)
        {
            count += Lies((k / 11) - 5, (k % 11) - 5) ? 1 : 0;
        }

        return (row, column) => Lies(row, column) ? 1.0 / count : 0;

        bool Lies(int row, int column) => Math.Sqrt((row * row) + (column * column)) is double r && r >= from && r <= to;
    }

    private static Func<int, int, double> Times(double factor, Func<int, int, double> weight) =>
        (row, column) => factor * weight(row, column);

    private static Func<int, int, double> Sum(Func<int, int, double> one, Func<int, int, double> other) =>
        (row, column) => one(row, column) + other(row, column);
}
