using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Step3Activations;

/// <summary>
/// One neuron, run by the engine: two inputs, their weighted sum, the activation or none. The inputs and weights stay; its bias is
/// what puts z where the slider is. All of them are sums of powers of two, so that z = 0 is met exactly.
/// </summary>
public sealed class NeuronChain
{
    /// <summary>The inputs: two pixel intensities.</summary>
    public static readonly IReadOnlyList<float> Inputs = [0.75f, 0.5f];

    /// <summary>Their weights.</summary>
    public static readonly IReadOnlyList<float> Weights = [2, -1];

    /// <summary>Runs it.</summary>
    public NeuronChain(Activation function, bool on, double z)
    {
        Bias = (float)(z - (Inputs[0] * Weights[0]) - (Inputs[1] * Weights[1]));
        LayerSpec[] layers = on ? [new DenseSpec(1), new ActivationSpec(function)] : [new DenseSpec(1)];
        Network network = new(new NetworkSpec(Shape.Vector(2), Loss.MeanSquaredError, layers));
        new[] { Weights[0], Weights[1], Bias }.CopyTo(network.Parameters);
        Output = network.Forward([.. Inputs], batch: 1)[0];
        Sum = network.OutputOf(0)[0];
    }

    /// <summary>b.</summary>
    public float Bias { get; }

    /// <summary>z = w₁x₁ + w₂x₂ + b.</summary>
    public float Sum { get; }

    /// <summary>f(z), or z where the activation is off.</summary>
    public float Output { get; }
}
