using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>
/// One sample on its way through a network, a layer at a time, there and back: the same numbers as the whole network gives, in
/// parts that don't hold the page.
/// </summary>
/// <remarks>Each layer is a network of its own; what one gives the next is given.</remarks>
public sealed class LayerChain
{
    private readonly Network[] _layers;
    private readonly float[] _target;
    private readonly float[][] _outputs;
    private readonly float[][] _gradients;
    private readonly double[] _weightGradients;

    /// <summary>Starts before the first layer.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="sample">What it is given.</param>
    /// <param name="label">The true class, for the loss.</param>
    public LayerChain(NetworkSpec spec, float[] parameters, float[] sample, int label)
    {
        Spec = spec;
        Sample = sample;
        Parameters = parameters;
        _target = [label];
        _layers = new Network[spec.Layers.Count];
        _outputs = new float[_layers.Length][];
        _gradients = new float[_layers.Length + 1][];
        _weightGradients = new double[_layers.Length];
        for (int layer = 0; layer < _layers.Length; layer++)
        {
            // The loss is computed of the last one's outputs here, not by any layer.
            _layers[layer] = new Network(
                new NetworkSpec(spec.InputOf(layer), Networks.Losses.Loss.MeanSquaredError, spec.Layers[layer])
            );
        }

        foreach (ParameterBlock block in spec.ParameterBlocks())
        {
            parameters.AsSpan(block.All).CopyTo(_layers[block.Layer].Parameters);
        }
    }

    /// <summary>The network.</summary>
    public NetworkSpec Spec { get; }

    /// <summary>Its parameters; not to be changed.</summary>
    public float[] Parameters { get; }

    /// <summary>What it was given.</summary>
    public float[] Sample { get; }

    /// <summary>Layers done, forward and backward together.</summary>
    public int Done { get; private set; }

    /// <summary>Whether it has come back to the image.</summary>
    public bool IsComplete => Done == 2 * _layers.Length;

    /// <summary>Whether all activations are there.</summary>
    public bool IsForwardComplete => Done >= _layers.Length;

    /// <summary>The loss of this one sample; 0 until it is there.</summary>
    public double Loss { get; private set; }

    /// <summary>What left a layer; of layer −1, the sample.</summary>
    public float[] Output(int layer) => layer < 0 ? Sample : _outputs[layer];

    /// <summary>∂loss/∂(what left that layer); of layer −1, of the sample.</summary>
    public float[] Gradient(int layer) => _gradients[layer + 1];

    /// <summary>Euclidean length of ∂loss/∂(the layer's weights and biases); 0 where it has none.</summary>
    public double ParameterGradient(int layer) => _weightGradients[layer];

    /// <summary>Does the next layer of the way.</summary>
    public void Advance()
    {
        if (!IsForwardComplete)
        {
            GoForward(Done);
        }
        else if (!IsComplete)
        {
            GoBackward((2 * _layers.Length) - 1 - Done);
        }

        Done += IsComplete ? 0 : 1;
    }

    private void GoForward(int layer)
    {
        _outputs[layer] = _layers[layer].Forward(Output(layer - 1), batch: 1).ToArray();
        if (layer == _layers.Length - 1)
        {
            float[] gradient = new float[_outputs[layer].Length];
            Loss = Spec.Loss.Evaluate(_outputs[layer], _target, gradient, batch: 1);
            _gradients[layer + 1] = gradient;
        }
    }

    private void GoBackward(int layer)
    {
        _layers[layer].BackwardFrom(_gradients[layer + 1]);
        _gradients[layer] = _layers[layer].InputGradient.ToArray();
        double sum = 0;
        foreach (float gradient in _layers[layer].ParameterGradients)
        {
            sum += (double)gradient * gradient;
        }

        _weightGradients[layer] = Math.Sqrt(sum);
    }
}
