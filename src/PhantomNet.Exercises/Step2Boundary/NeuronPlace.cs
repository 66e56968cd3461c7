namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>A hidden neuron.</summary>
/// <param name="Layer">Hidden layer, from 0.</param>
/// <param name="Index">Neuron within it, from 0.</param>
public readonly record struct NeuronPlace(int Layer, int Index)
{
    /// <summary>As a student counts: from 1.</summary>
    public string Name => $"neuron {Index + 1} of hidden layer {Layer + 1}";
}
