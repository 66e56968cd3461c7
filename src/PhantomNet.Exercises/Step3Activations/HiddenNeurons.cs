using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Randomness;

namespace PhantomNet.Exercises.Step3Activations;

/// <summary>
/// Five hidden neurons over one input and their weighted sum: 1 → dense 5 → activation → dense 1, run by the engine. The activation
/// can be turned into the identity by a share m: (1 − m)·f(z) + m·z.
/// </summary>
public sealed class HiddenNeurons
{
    /// <summary>How many.</summary>
    public const int Count = 5;

    /// <summary>The input goes from minus this to this.</summary>
    public const double Reach = 3;

    private const int Points = 201;

    /// <summary>Runs them.</summary>
    /// <param name="function">The activation.</param>
    /// <param name="on">Without it, the network has no activation at all.</param>
    /// <param name="identityShare">m, from 0 to 1.</param>
    /// <param name="seed">Decides the weights.</param>
    public HiddenNeurons(Activation function, bool on, double identityShare, int seed)
    {
        X = Grid.Even(-Reach, Reach, Points);
        float[] parameters = Draw(seed);
        LayerSpec[] layers = on
            ? [new DenseSpec(Count), new ActivationSpec(function), new DenseSpec(1)]
            : [new DenseSpec(Count), new DenseSpec(1)];
        Network network = new(new NetworkSpec(Shape.Vector(1), Loss.MeanSquaredError, layers));
        parameters.CopyTo(network.Parameters);
        network.Forward(X, Points);

        float[] hidden = Blend(network.OutputOf(on ? 1 : 0), network.OutputOf(0), (float)identityShare); // [Points, Count]
        Network head = new(new NetworkSpec(Shape.Vector(Count), Loss.MeanSquaredError, new DenseSpec(1)));
        parameters.AsSpan(2 * Count).CopyTo(head.Parameters);
        Sum = head.Forward(hidden, Points).ToArray();
        OutputWeights = parameters[(2 * Count)..(3 * Count)];
        Outputs = [.. Enumerable.Range(0, Count).Select(neuron => Column(hidden, neuron))];
        (Line, Distance) = StraightLine.Minimax(X, Sum);
    }

    /// <summary>The inputs.</summary>
    public float[] X { get; }

    /// <summary>What leaves each neuron: [neuron][point].</summary>
    public float[][] Outputs { get; }

    /// <summary>The weight of each neuron in the sum.</summary>
    public float[] OutputWeights { get; }

    /// <summary>The network's output.</summary>
    public float[] Sum { get; }

    /// <summary>The straight line whose largest vertical distance from the sum is least.</summary>
    public StraightLine Line { get; }

    /// <summary>That distance.</summary>
    public double Distance { get; }

    // Weights [Count], biases [Count], output weights [Count], output bias. Each neuron has its z = 0 at another input, so that the
    // bends lie side by side.
    private static float[] Draw(int seed)
    {
        SeededRandom random = new(seed);
        float[] parameters = new float[(3 * Count) + 1];
        for (int i = 0; i < Count; i++)
        {
            double centre = (Reach * 0.75 * ((2.0 * i / (Count - 1)) - 1)) + random.NextDouble(-0.4, 0.4);
            double weight = Sign(random) * random.NextDouble(1, 2.5);
            parameters[i] = (float)weight;
            parameters[Count + i] = (float)(-weight * centre);
            parameters[(2 * Count) + i] = (float)(Sign(random) * random.NextDouble(0.5, 1.2));
        }

        return parameters;
    }

    private static int Sign(SeededRandom random) => random.NextInt(2) == 0 ? -1 : 1;

    private static float[] Blend(ReadOnlySpan<float> activations, ReadOnlySpan<float> sums, float share)
    {
        float[] blended = new float[sums.Length];
        for (int i = 0; i < blended.Length; i++)
        {
            blended[i] = ((1 - share) * activations[i]) + (share * sums[i]);
        }

        return blended;
    }

    private static float[] Column(float[] values, int column)
    {
        float[] taken = new float[Points];
        for (int n = 0; n < Points; n++)
        {
            taken[n] = values[(n * Count) + column];
        }

        return taken;
    }
}
