using PhantomNet.Networks.Losses;

namespace PhantomNet.Networks.Specs;

/// <summary>A network as data: the shape of a sample, the layers in order, and the loss that trains it.</summary>
/// <remarks>Two specs are equal when their shapes, layers and losses are.</remarks>
public sealed class NetworkSpec : IEquatable<NetworkSpec>
{
    private readonly LayerSpec[] _layers;
    private readonly Shape[] _shapes;

    /// <summary>Checks that each layer can take what the one before it gives, and that the last fits the loss.</summary>
    /// <exception cref="ArgumentException">They don't fit; the message names both sides.</exception>
    public NetworkSpec(Shape input, Loss loss, params IEnumerable<LayerSpec> layers)
    {
        if (input.Channels < 1 || input.Height < 1 || input.Width < 1)
        {
            throw new ArgumentException(
                $"The input shape is {input.Channels}×{input.Height}×{input.Width}; every side must be at least 1."
            );
        }

        Input = input;
        Loss = loss;
        _layers = [.. layers];
        if (_layers.Length == 0)
        {
            throw new ArgumentException($"The network on the shape {input} was given 0 layers; it needs at least 1.");
        }

        _shapes = InferShapes(input, _layers);
        CheckSize();
        loss.CheckOutput(Output);
    }

    /// <summary>Shape of one sample.</summary>
    public Shape Input { get; }

    /// <summary>The loss, computed from the last layer's outputs.</summary>
    public Loss Loss { get; }

    /// <summary>The layers, from input to output.</summary>
    public IReadOnlyList<LayerSpec> Layers => _layers;

    /// <summary>Shape of the last layer's output.</summary>
    public Shape Output => _shapes[^1];

    /// <summary>Number of weights and biases of all layers.</summary>
    public int ParameterCount => Enumerable.Range(0, _layers.Length).Sum(ParameterCountOf);

    /// <summary>Multiply-adds of one sample forward, all layers.</summary>
    public long MultiplyAdds => Enumerable.Range(0, _layers.Length).Sum(MultiplyAddsOf);

    /// <summary>
    /// Numbers that the textbook engine keeps of one sample from forward until backward: the input and what leaves each layer.
    /// </summary>
    public long ActivationCount => _shapes.Sum(shape => (long)shape.Length);

    /// <summary>The same in bytes: four for each float32. The gradients of a training need as much again.</summary>
    public long ActivationBytes => sizeof(float) * ActivationCount;

    /// <summary>Whether gradients can train it: the step function has none.</summary>
    public bool IsTrainable => !_layers.Contains(new ActivationSpec(Activation.Step));

    /// <summary>Shape that enters layer <paramref name="layer"/>.</summary>
    public Shape InputOf(int layer) => _shapes[layer];

    /// <summary>Shape that leaves layer <paramref name="layer"/>.</summary>
    public Shape OutputOf(int layer) => _shapes[layer + 1];

    /// <summary>Weights and biases of layer <paramref name="layer"/>.</summary>
    public int ParameterCountOf(int layer) =>
        _layers[layer].WeightCount(_shapes[layer]) + _layers[layer].BiasCount(_shapes[layer]);

    /// <summary>Multiply-adds of layer <paramref name="layer"/> for one sample forward.</summary>
    public long MultiplyAddsOf(int layer) => _layers[layer].MultiplyAdds(_shapes[layer]);

    /// <summary>
    /// Where each layer's weights and biases lie in the one array of all parameters: layer by layer, weights first.
    /// </summary>
    public IEnumerable<ParameterBlock> ParameterBlocks()
    {
        int offset = 0;
        for (int layer = 0; layer < _layers.Length; layer++)
        {
            int weights = _layers[layer].WeightCount(_shapes[layer]);
            int biases = _layers[layer].BiasCount(_shapes[layer]);
            if (weights + biases > 0)
            {
                yield return new ParameterBlock(layer, offset, weights, biases);
            }

            offset += weights + biases;
        }
    }

    /// <inheritdoc/>
    public bool Equals(NetworkSpec? other) =>
        other is not null && Input == other.Input && Loss == other.Loss && _layers.SequenceEqual(other._layers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NetworkSpec);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Input, Loss, _layers.Length, ParameterCount);

    /// <summary>For example <c>2 → dense 4 → tanh → dense 1</c>.</summary>
    public override string ToString() => string.Join(" → ", _layers.Select(layer => layer.Name).Prepend($"{Input}"));

    internal void CheckLayer(int layer)
    {
        if (layer < 0 || layer >= _layers.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(layer),
                layer,
                $"Layer {layer} was asked for; the network {this} has {_layers.Length}, counted from 0."
            );
        }
    }

    // Every count here is an int, and all parameters lie in one array.
    private void CheckSize()
    {
        foreach (Shape shape in _shapes)
        {
            if ((Int128)shape.Channels * shape.Height * shape.Width > Array.MaxLength)
            {
                throw new ArgumentException(
                    $"The shape {shape} has too many elements; at most {Array.MaxLength} are possible."
                );
            }
        }

        try
        {
            if (ParameterCount <= Array.MaxLength)
            {
                return;
            }
        }
        catch (OverflowException)
        {
            // More than an int can count: the message below says so.
        }

        throw new ArgumentException($"The network {this} has too many parameters; at most {Array.MaxLength} are possible.");
    }

    private static Shape[] InferShapes(Shape input, LayerSpec[] layers)
    {
        Shape[] shapes = new Shape[layers.Length + 1];
        shapes[0] = input;
        for (int layer = 0; layer < layers.Length; layer++)
        {
            try
            {
                shapes[layer + 1] = layers[layer].OutputShape(shapes[layer]);
            }
            catch (ArgumentException error)
            {
                throw new ArgumentException($"Layer {layer + 1}: {error.Message}", error);
            }
        }

        return shapes;
    }
}
