using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Step3Activations;

/// <summary>
/// Ten layers of one neuron each, run forward and backward by the engine: how much of the output's gradient reaches each layer.
/// </summary>
public sealed class GradientChain
{
    /// <summary>How many layers.</summary>
    public const int Depth = 10;

    /// <summary>Runs it.</summary>
    /// <param name="function">The activation after every layer.</param>
    /// <param name="z">The weighted sum of the first neuron; its weight is 1 and all biases are 0.</param>
    /// <param name="weight">The weight of each of the other nine.</param>
    public GradientChain(Activation function, double z, double weight)
    {
        Function = function;
        IEnumerable<LayerSpec> layers = Enumerable
            .Range(0, Depth)
            .SelectMany<int, LayerSpec>(_ => [new DenseSpec(1), new ActivationSpec(function)]);
        Network network = new(new NetworkSpec(Shape.Vector(1), Loss.MeanSquaredError, layers));
        for (int i = 0; i < Depth; i++)
        {
            network.Parameters[2 * i] = i == 0 ? 1 : (float)weight;
        }

        // A target half below the output makes the gradient of (y − t)² there exactly 1.
        float output = network.Forward([(float)z], batch: 1)[0];
        network.Backward([output - 0.5f]);
        Sums = [.. Enumerable.Range(0, Depth).Select(i => network.OutputOf(2 * i)[0])];
        Derivatives = [.. Sums.Select(sum => function.Derivative(sum))];
        // ∂z/∂b = 1, so the gradient of a bias is that of its weighted sum.
        Gradients = [.. Enumerable.Range(0, Depth).Select(i => network.ParameterGradients[(2 * i) + 1])];
    }

    /// <summary>The activation.</summary>
    public Activation Function { get; }

    /// <summary>The weighted sum z of each layer.</summary>
    public IReadOnlyList<float> Sums { get; }

    /// <summary>f′(z) of each layer.</summary>
    public IReadOnlyList<float> Derivatives { get; }

    /// <summary>∂output/∂z of each layer, from the engine's backward pass.</summary>
    public IReadOnlyList<float> Gradients { get; }

    /// <summary>What is left at the first layer.</summary>
    public float AtFirst => Gradients[0];
}
