using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Randomness;

namespace PhantomNet.Exercises.Step3Activations;

/// <summary>
/// A stack of dense layers of one neuron each, run by the engine with an activation between the layers, beside the one straight
/// line that its weights and biases multiply out to without it.
/// </summary>
public sealed class LayerStack
{
    /// <summary>The input goes from minus this to this.</summary>
    public const double Reach = 3;

    private const int Points = 121;
    private const int MostDecimals = 7;
    private readonly Network _network;

    /// <summary>Runs it.</summary>
    /// <param name="layers">How many, at least 1.</param>
    /// <param name="between">What acts between two layers; the identity is none.</param>
    /// <param name="seed">Decides the weights. A deeper stack of the same seed starts with the same layers.</param>
    public LayerStack(int layers, Activation between, int seed)
    {
        IEnumerable<LayerSpec> specs = Enumerable
            .Range(0, layers)
            .SelectMany<int, LayerSpec>(i => i == 0 ? [new DenseSpec(1)] : [new ActivationSpec(between), new DenseSpec(1)]);
        _network = new Network(new NetworkSpec(Shape.Vector(1), Loss.MeanSquaredError, specs));
        // Weights near 1, so that a hundred of them neither vanish nor run away.
        SeededRandom random = new(seed, stream: 1);
        for (int i = 0; i < layers; i++)
        {
            _network.Parameters[2 * i] = (float)random.NextDouble(0.9, 1.1);
            _network.Parameters[(2 * i) + 1] = (float)random.NextDouble(-0.2, 0.2);
        }

        Product = MultiplyOut(_network.Parameters);
        X = Grid.Even(-Reach, Reach, Points);
        Output = _network.Forward(X, Points).ToArray();
        float[] probes = [-3, -1, 0, 1, 3];
        Rows = [.. probes.Zip(Run(probes), (x, y) => (x, y, Product.At(x)))];
        (_, Distance) = StraightLine.Minimax(X, Output);
    }

    /// <summary>All layers multiplied out, in double: slope ← w·slope, intercept ← w·intercept + b.</summary>
    public StraightLine Product { get; }

    /// <summary>The inputs of the curve.</summary>
    public float[] X { get; }

    /// <summary>What the engine makes of them, layer after layer in float32.</summary>
    public float[] Output { get; }

    /// <summary>At a few inputs: what the engine gives, and what the product gives.</summary>
    public IReadOnlyList<(float X, float Engine, double Product)> Rows { get; }

    /// <summary>How far the output is from the best straight line.</summary>
    public double Distance { get; }

    /// <summary>Highest output minus lowest.</summary>
    public double Spread => Output.Max() - (double)Output.Min();

    /// <summary>The largest difference between engine and product in the rows.</summary>
    public double LargestDifference => Rows.Max(row => Math.Abs(row.Engine - row.Product));

    /// <summary>The most decimals, up to 7, with which both are written alike in every row.</summary>
    public int AgreeingDecimals
    {
        get
        {
            int decimals = MostDecimals;
            while (decimals > 0 && !Rows.All(row => Written(row.Engine, decimals) == Written(row.Product, decimals)))
            {
                decimals--;
            }

            return decimals;
        }
    }

    /// <summary>Weights and biases of the stack.</summary>
    public int ParameterCount => _network.Spec.ParameterCount;

    private static string Written(double value, int decimals) => value.ToString("F" + decimals);

    private static StraightLine MultiplyOut(ReadOnlySpan<float> parameters)
    {
        (double slope, double intercept) = (1, 0);
        for (int i = 0; i < parameters.Length; i += 2)
        {
            slope *= parameters[i];
            intercept = (parameters[i] * intercept) + parameters[i + 1];
        }

        return new(slope, intercept);
    }

    private float[] Run(float[] x) => _network.Forward(x, x.Length).ToArray();
}
