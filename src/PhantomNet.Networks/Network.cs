using PhantomNet.Networks.Layers;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks;

/// <summary>
/// The textbook engine: one network with its parameters, run forward and backward on the calling thread in plain float32 loops.
/// </summary>
/// <remarks>Buffers grow to the largest batch seen and are then used again: training allocates nothing.</remarks>
public sealed class Network
{
    private readonly Layer[] _layers;
    private readonly ParameterBlock[] _blocks; // one a layer, empty where it has no parameters
    private readonly float[] _parameters;
    private readonly float[] _parameterGradients;
    private readonly float[][] _activations; // [layer + 1][batch, length]; the first is the input
    private readonly float[][] _gradients; // ∂loss/∂activations, the same shapes; the first is for BackwardFrom alone
    private int _batch;
    private bool _canGoBack; // whether all activations are of one Forward

    /// <summary>Makes the network with parameters all zero.</summary>
    public Network(NetworkSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        Spec = spec;
        _layers = [.. spec.Layers.Select((layer, i) => layer.Build(spec.InputOf(i)))];
        _blocks = new ParameterBlock[_layers.Length];
        foreach (ParameterBlock block in spec.ParameterBlocks())
        {
            _blocks[block.Layer] = block;
        }

        _parameters = new float[spec.ParameterCount];
        _parameterGradients = new float[spec.ParameterCount];
        _activations = new float[_layers.Length + 1][];
        _gradients = new float[_layers.Length + 1][];
        Array.Fill(_activations, []);
        Array.Fill(_gradients, []);
    }

    /// <summary>What this network is.</summary>
    public NetworkSpec Spec { get; }

    /// <summary>All weights and biases, laid out as <see cref="NetworkSpec.ParameterBlocks"/> says.</summary>
    public Span<float> Parameters => _parameters;

    /// <summary>∂(mean loss)/∂parameters of the last <see cref="Backward"/>.</summary>
    public ReadOnlySpan<float> ParameterGradients => _parameterGradients;

    /// <summary>What left layer <paramref name="layer"/> in the last <see cref="Forward"/>: [batch, length].</summary>
    public ReadOnlySpan<float> OutputOf(int layer) => _activations[layer + 1].AsSpan(0, _batch * Spec.OutputOf(layer).Length);

    /// <summary>∂(mean loss)/∂(that layer's output) of the last <see cref="Backward"/>: [batch, length].</summary>
    public ReadOnlySpan<float> OutputGradientOf(int layer) =>
        _gradients[layer + 1].AsSpan(0, _batch * Spec.OutputOf(layer).Length);

    /// <summary>
    /// ∂(chosen outputs)/∂inputs of the last <see cref="BackwardFrom"/>: [batch, length]. Training doesn't compute it.
    /// </summary>
    public ReadOnlySpan<float> InputGradient => _gradients[0].AsSpan(0, Math.Min(_gradients[0].Length, _batch * LengthAt(0)));

    /// <summary>Runs a batch through every layer and returns the last one's outputs: [batch, length].</summary>
    /// <param name="inputs">[batch, length of a sample].</param>
    /// <param name="batch">Number of samples, at least 1.</param>
    /// <exception cref="ArgumentException">The inputs are not that many.</exception>
    public ReadOnlySpan<float> Forward(ReadOnlySpan<float> inputs, int batch)
    {
        BeginForward(inputs, batch);
        return ForwardFrom(0);
    }

    /// <summary>The same within a training, where dropout acts.</summary>
    /// <param name="inputs">[batch, length of a sample].</param>
    /// <param name="batch">Number of samples, at least 1.</param>
    /// <param name="dropoutSeed">Decides, with the number of the update, which elements drop out.</param>
    /// <param name="update">1 for the first update, 2 for the second …</param>
    /// <exception cref="ArgumentException">The inputs are not that many.</exception>
    public ReadOnlySpan<float> ForwardInTraining(ReadOnlySpan<float> inputs, int batch, int dropoutSeed, long update)
    {
        for (int layer = 0; layer < _layers.Length; layer++)
        {
            _layers[layer].Begin(new TrainingPass(dropoutSeed, update, layer));
        }

        Take(inputs, batch);
        return ForwardFrom(0);
    }

    /// <summary>Puts other numbers in place of what left a layer, and runs the layers after it.</summary>
    /// <param name="layer">Whose output is replaced.</param>
    /// <param name="outputs">[batch, length of that output].</param>
    /// <param name="batch">Number of samples, at least 1.</param>
    /// <returns>The last layer's outputs: [batch, length].</returns>
    /// <exception cref="ArgumentException">The numbers are not that many.</exception>
    /// <remarks>What the layers before it hold belongs to another pass, so there is no way back from here.</remarks>
    public ReadOnlySpan<float> ForwardFrom(int layer, ReadOnlySpan<float> outputs, int batch)
    {
        Spec.CheckLayer(layer);
        CheckLength(outputs.Length, batch, Spec.OutputOf(layer).Length, $"outputs of layer {layer + 1}");
        BeginWhole();
        Put(layer + 1, outputs, batch);
        return ForwardFrom(layer + 1);
    }

    /// <summary>
    /// Goes back through the batch of the last <see cref="Forward"/>: fills the gradients and returns the mean loss.
    /// </summary>
    /// <exception cref="InvalidOperationException">There was no <see cref="Forward"/>.</exception>
    /// <exception cref="ArgumentException">Not one target for each sample, or a class that the network has no output for.</exception>
    /// <param name="targets">The class of each sample, or its values: [batch, target length].</param>
    /// <param name="weights">How much a sample of each class counts in the mean; null where all count the same.</param>
    public double Backward(ReadOnlySpan<float> targets, ClassWeights? weights = null)
    {
        double loss = BeginBackward(targets, weights);
        GoBack(toInputs: false);
        return loss;
    }

    /// <summary>
    /// Goes back through the batch of the last <see cref="Forward"/> from any gradient of its outputs, not from the loss: 1 for one
    /// output and 0 for the others asks what that output depends on. Fills all gradients, those of the inputs too.
    /// </summary>
    /// <param name="outputGradients">[batch, length of the last layer's output].</param>
    /// <exception cref="InvalidOperationException">There was no <see cref="Forward"/>.</exception>
    /// <exception cref="ArgumentException">The gradients are not that many.</exception>
    public void BackwardFrom(ReadOnlySpan<float> outputGradients)
    {
        CheckCanGoBack();
        CheckLength(outputGradients.Length, _batch, Spec.Output.Length, "output gradients");
        Grow(_gradients, _batch, from: 0);
        Array.Clear(_parameterGradients);
        outputGradients.CopyTo(Gradient(_layers.Length));
        GoBack(toInputs: true);
    }

    // Forward and Backward in pieces, for who has other things to do between two layers.
    internal void BeginForward(ReadOnlySpan<float> inputs, int batch)
    {
        BeginWhole();
        Take(inputs, batch);
    }

    internal void ForwardLayer(int layer) =>
        _layers[layer].Forward(_parameters.AsSpan(_blocks[layer].All), Activation(layer), Activation(layer + 1), _batch);

    internal double BeginBackward(ReadOnlySpan<float> targets, ClassWeights? weights)
    {
        CheckCanGoBack();
        CheckLength(targets.Length, _batch, Spec.Loss.TargetLength(Spec.Output.Length), "targets");
        Grow(_gradients, _batch, from: 1);
        Array.Clear(_parameterGradients);
        int last = _layers.Length;
        return Spec.Loss.Evaluate(Activation(last), targets, Gradient(last), _batch, weights);
    }

    internal void BackwardLayer(int layer, bool toInputs = false) =>
        _layers[layer]
            .Backward(
                _parameters.AsSpan(_blocks[layer].All),
                Activation(layer),
                Activation(layer + 1),
                Gradient(layer + 1),
                layer == 0 && !toInputs ? [] : Gradient(layer), // no training asks how the loss changes with the data
                _parameterGradients.AsSpan(_blocks[layer].All),
                _batch
            );

    private void BeginWhole()
    {
        foreach (Layer layer in _layers)
        {
            layer.Begin(pass: null);
        }
    }

    private void Take(ReadOnlySpan<float> inputs, int batch)
    {
        CheckLength(inputs.Length, batch, Spec.Input.Length, "inputs");
        Put(0, inputs, batch);
        _canGoBack = true;
    }

    private void Put(int index, ReadOnlySpan<float> values, int batch)
    {
        _batch = batch;
        _canGoBack = false;
        Grow(_activations, batch, from: 0);
        values.CopyTo(_activations[index]);
    }

    private Span<float> ForwardFrom(int first)
    {
        for (int layer = first; layer < _layers.Length; layer++)
        {
            ForwardLayer(layer);
        }

        return Activation(_layers.Length);
    }

    private void GoBack(bool toInputs)
    {
        for (int layer = _layers.Length - 1; layer >= 0; layer--)
        {
            BackwardLayer(layer, toInputs);
        }
    }

    private void CheckCanGoBack()
    {
        if (!_canGoBack)
        {
            throw new InvalidOperationException(
                "Backward was called before Forward, or after ForwardFrom; it goes back through the batch of a whole Forward."
            );
        }
    }

    private Span<float> Activation(int index) => _activations[index].AsSpan(0, _batch * LengthAt(index));

    private Span<float> Gradient(int index) => _gradients[index].AsSpan(0, _batch * LengthAt(index));

    private int LengthAt(int index) => index == 0 ? Spec.Input.Length : Spec.OutputOf(index - 1).Length;

    private void Grow(float[][] buffers, int batch, int from)
    {
        for (int index = from; index < buffers.Length; index++)
        {
            int needed = batch * LengthAt(index);
            if (buffers[index].Length < needed)
            {
                buffers[index] = new float[needed];
            }
        }
    }

    private static void CheckLength(int given, int batch, int perSample, string what)
    {
        if (batch < 1 || given != batch * perSample)
        {
            throw new ArgumentException(
                $"{given} {what} were given for a batch of {batch}; this network takes {perSample} {what} for each of at least 1 sample."
            );
        }
    }
}
