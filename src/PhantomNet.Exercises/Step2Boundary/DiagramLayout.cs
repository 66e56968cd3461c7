using System.Text;
using PhantomNet.Networks;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>Where the neurons of a network stand in its diagram, and the pictures in their boxes.</summary>
public sealed class DiagramLayout
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 320;

    /// <summary>Side of a neuron's box: one unit a cell of its picture.</summary>
    public const int Side = PlaneField.ThumbnailSide;

    /// <summary>Half of it.</summary>
    public const double Half = Side / 2.0;

    private const int WidthSteps = 6;

    // Hundreds of wide edges would be one blot.
    private double LargestWidth => Spec.ParameterCount > 100 ? 2.5 : 5;

    private readonly byte[] _thumbnail = new byte[Side * Side * 4];
    private readonly double _spacing;
    private readonly string[][] _curves; // [column][weight]: they stay where they are while weights change

    /// <summary>Arranges a network of dense layers with activations between them.</summary>
    public DiagramLayout(NetworkSpec spec)
    {
        Spec = spec;
        IEnumerable<int> dense = Enumerable.Range(0, spec.Layers.Count).Where(layer => spec.Layers[layer] is DenseSpec);
        Columns = [spec.Input.Length, .. dense.Select(layer => spec.OutputOf(layer).Length)];
        int most = Columns.Max();
        _spacing = Math.Clamp(240.0 / most, Side + 2, 48);
        Height = (int)Math.Ceiling(Math.Max(most * _spacing, 120)) + 8;
        Pixels = new byte[Width * Height * 4];
        _curves = [.. Enumerable.Range(0, Columns.Count - 1).Select(Curves)];
        Neurons =
        [
            .. Enumerable
                .Range(0, Columns.Count - 2)
                .SelectMany(layer => Enumerable.Range(0, Columns[layer + 1]).Select(i => new NeuronPlace(layer, i))),
        ];
    }

    /// <summary>The network.</summary>
    public NetworkSpec Spec { get; }

    /// <summary>Neurons of each column, inputs and output included.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>The hidden neurons in order.</summary>
    public IReadOnlyList<NeuronPlace> Neurons { get; }

    /// <summary>Height of the drawing.</summary>
    public int Height { get; }

    /// <summary>The neurons' pictures where their boxes are: [<see cref="Height"/>, <see cref="Width"/>, 4].</summary>
    public byte[] Pixels { get; }

    /// <summary>Middle of a box.</summary>
    public (double X, double Y) Centre(int column, int index)
    {
        // Whole units, so that a picture's cells fall on pixels.
        double x = Math.Round(Half + 4 + (column * (Width - Side - 8.0) / (Columns.Count - 1)));
        double y = Math.Round((Height / 2.0) + ((index - ((Columns[column] - 1) / 2.0)) * _spacing));
        return (x, y);
    }

    /// <summary>All edges, by sign and size; the largest weight of a layer is drawn widest.</summary>
    public IEnumerable<EdgeGroup> Edges(Network network)
    {
        float[] parameters = network.Parameters.ToArray();
        StringBuilder[] paths = [.. Enumerable.Range(0, 2 * WidthSteps).Select(_ => new StringBuilder())];
        int column = 0;
        foreach (ParameterBlock block in Spec.ParameterBlocks())
        {
            AddLayer(paths, parameters.AsSpan(block.Weights), column++);
        }

        for (int group = 0; group < paths.Length; group++)
        {
            if (paths[group].Length > 0)
            {
                double width = LargestWidth * ((group % WidthSteps) + 0.5) / WidthSteps;
                yield return new EdgeGroup(group < WidthSteps, width.ToString("F1"), paths[group].ToString());
            }
        }
    }

    /// <summary>Draws each hidden neuron's field into its box.</summary>
    /// <param name="hidden">[layer][neuron][row, column].</param>
    public void PaintThumbnails(float[][][] hidden)
    {
        foreach (NeuronPlace neuron in Neurons)
        {
            FieldColours.Signed(hidden[neuron.Layer][neuron.Index], _thumbnail);
            (double x, double y) = Centre(neuron.Layer + 1, neuron.Index);
            int left = (int)(x - Half);
            int top = (int)(y - Half);
            for (int row = 0; row < Side; row++)
            {
                _thumbnail.AsSpan(row * Side * 4, Side * 4).CopyTo(Pixels.AsSpan((((top + row) * Width) + left) * 4));
            }
        }
    }

    private void AddLayer(StringBuilder[] paths, ReadOnlySpan<float> weights, int column)
    {
        float largest = 1e-6f;
        foreach (float weight in weights)
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }

        for (int i = 0; i < weights.Length; i++)
        {
            int size = Math.Min((int)(Math.Abs(weights[i]) / largest * WidthSteps), WidthSteps - 1);
            paths[(weights[i] > 0 ? 0 : WidthSteps) + size].Append(_curves[column][i]);
        }
    }

    // The curve of each weight, from its input to its unit.
    private string[] Curves(int column)
    {
        int inputs = Columns[column];
        string[] curves = new string[inputs * Columns[column + 1]];
        for (int i = 0; i < curves.Length; i++)
        {
            (double x1, double y1) = Centre(column, i % inputs);
            (double x2, double y2) = Centre(column + 1, i / inputs);
            double middle = (x1 + x2) / 2;
            curves[i] = $"M{x1 + Half:F0} {y1:F0}C{middle:F0} {y1:F0} {middle:F0} {y2:F0} {x2 - Half:F0} {y2:F0}";
        }

        return curves;
    }
}
