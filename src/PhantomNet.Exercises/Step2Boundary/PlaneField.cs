using PhantomNet.Exercises.Shared;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>
/// What a network answers all over the plane, computed a few rows at a time: the score on a fine grid, and every hidden neuron's
/// activation on a coarser one from the same pass.
/// </summary>
public sealed class PlaneField
{
    /// <summary>Rows and columns of the score.</summary>
    public const int Side = 72;

    /// <summary>Rows and columns of a neuron's picture.</summary>
    public const int ThumbnailSide = Side / Stride;

    private const int Stride = 3;

    private readonly float[] _row = new float[Side * 2]; // [column, coordinate]
    private readonly PlaneScale _scale;
    private int _nextRow = Side;

    /// <summary>Starts with nothing to compute.</summary>
    /// <param name="scale">The square that is covered.</param>
    public PlaneField(PlaneScale scale)
    {
        _scale = scale;
        Array.Fill(Scores, float.NaN);
    }

    /// <summary>ŷ, from the top left: [row, column]. NaN where none has been computed yet.</summary>
    public float[] Scores { get; } = new float[Side * Side];

    /// <summary>Each hidden neuron's activation: [layer][neuron][row, column], coarse.</summary>
    public float[][][] Hidden { get; private set; } = [];

    /// <summary>Whether every row has been computed since the last <see cref="Restart"/>.</summary>
    public bool IsComplete => _nextRow == Side;

    /// <summary>How many times every row has been computed.</summary>
    public int Passes { get; private set; }

    /// <summary>Computes every row again. What was there stays until it is overwritten.</summary>
    public void Restart(Network network)
    {
        _nextRow = 0;
        int[] sizes = HiddenSizes(network);
        if (!sizes.SequenceEqual(Hidden.Select(layer => layer.Length)))
        {
            Hidden =
            [
                .. sizes.Select(size =>
                    Enumerable.Range(0, size).Select(_ => new float[ThumbnailSide * ThumbnailSide]).ToArray()
                ),
            ];
        }
    }

    /// <summary>Computes up to so many rows and says how many; 0 when all are done.</summary>
    public int Advance(Network network, int rows)
    {
        int done = 0;
        for (; done < rows && _nextRow < Side; done++)
        {
            ComputeRow(network, _nextRow++);
            Passes += IsComplete ? 1 : 0;
        }

        return done;
    }

    private void ComputeRow(Network network, int row)
    {
        double x2 = _scale.X2((row + 0.5) / Side);
        for (int column = 0; column < Side; column++)
        {
            _row[column * 2] = (float)_scale.X1((column + 0.5) / Side);
            _row[(column * 2) + 1] = (float)x2;
        }

        ReadOnlySpan<float> logits = network.Forward(_row, Side);
        for (int column = 0; column < Side; column++)
        {
            Scores[(row * Side) + column] = Activations.Sigmoid(logits[column]);
        }

        if (row % Stride == Stride / 2)
        {
            KeepHidden(network, row / Stride);
        }
    }

    // The activations that the row's forward pass left in the network.
    private void KeepHidden(Network network, int thumbnailRow)
    {
        for (int layer = 0; layer < Hidden.Length; layer++)
        {
            ReadOnlySpan<float> activations = network.OutputOf((2 * layer) + 1); // dense, activation, dense, activation …
            int neurons = Hidden[layer].Length;
            for (int column = 0; column < ThumbnailSide; column++)
            {
                int sample = (column * Stride) + (Stride / 2);
                for (int neuron = 0; neuron < neurons; neuron++)
                {
                    Hidden[layer][neuron][(thumbnailRow * ThumbnailSide) + column] = activations[(sample * neurons) + neuron];
                }
            }
        }
    }

    private static int[] HiddenSizes(Network network) =>
        [.. Enumerable.Range(0, network.Spec.Layers.Count / 2).Select(layer => network.Spec.OutputOf(2 * layer).Length)];
}
