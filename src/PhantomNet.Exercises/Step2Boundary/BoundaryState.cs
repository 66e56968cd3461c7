using PhantomNet.Exercises.Shared;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>The whole experiment of step 2: points, network, training.</summary>
public sealed record BoundaryState : IStepState<BoundaryState>
{
    public const int MinCount = 40;
    public const int MaxCount = 240;
    public const int MaxHiddenLayers = 3;
    public const int MaxNeurons = 16;
    public const double MaxNoise = 0.3;
    public const int MaxSeed = 999;

    /// <inheritdoc/>
    public static BoundaryState Default { get; } = new();

    /// <summary>How the classes lie.</summary>
    public PointShape Shape { get; init; } = PointShape.Circle;

    /// <summary>Training points, and as many test points.</summary>
    public int Count { get; init; } = 120;

    /// <summary>Standard deviation of the noise on both coordinates.</summary>
    public double Noise { get; init; } = 0.03;

    /// <summary>Decides the points.</summary>
    public int PointSeed { get; init; } = 1;

    /// <summary>Training points as the student has changed them; null as drawn.</summary>
    public PointList? Edited { get; init; }

    /// <summary>0 to 3.</summary>
    public int HiddenLayers { get; init; }

    /// <summary>Neurons of each hidden layer.</summary>
    public int Neurons { get; init; } = 8;

    /// <summary>Decides the first weights and the order of the points.</summary>
    public int WeightSeed { get; init; } = 7;

    /// <summary>How it is trained.</summary>
    public TrainingChoice Training { get; init; } = TrainingChoice.Default;

    /// <summary>How its rival is trained in a race.</summary>
    public TrainingChoice Rival { get; init; } = TrainingChoice.Default with { LearningRate = 0.03 };

    /// <summary>A point is called Pneumonia above this score.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>The network with this activation in its hidden layers.</summary>
    public NetworkSpec Spec(Activation activation)
    {
        List<LayerSpec> layers = [];
        for (int layer = 0; layer < HiddenLayers; layer++)
        {
            layers.Add(new DenseSpec(Neurons));
            layers.Add(new ActivationSpec(activation));
        }

        layers.Add(new DenseSpec(1));
        return new NetworkSpec(Networks.Shape.Vector(2), Loss.BinaryCrossEntropy, layers);
    }

    /// <inheritdoc/>
    public static BoundaryState Read(QueryReader query) =>
        new()
        {
            Shape = query.Choice("data", Default.Shape),
            Count = query.Whole("n", Default.Count, MinCount, MaxCount),
            Noise = query.Number("noise", Default.Noise, 0, MaxNoise),
            PointSeed = query.Whole("points", Default.PointSeed, 1, MaxSeed),
            Edited = PointList.Read(query.Text("edited")),
            HiddenLayers = query.Whole("layers", Default.HiddenLayers, 0, MaxHiddenLayers),
            Neurons = query.Whole("neurons", Default.Neurons, 1, MaxNeurons),
            WeightSeed = query.Whole("weights", Default.WeightSeed, 1, MaxSeed),
            Training = TrainingChoice.Read(query, "", Default.Training),
            Rival = TrainingChoice.Read(query, "b", Default.Rival),
            Threshold = query.Number("t", Default.Threshold, 0, 1),
        };

    /// <inheritdoc/>
    public void Write(QueryWriter query)
    {
        query
            .Choice("data", Shape, Default.Shape)
            .Number("n", Count, Default.Count)
            .Number("noise", Noise, Default.Noise)
            .Number("points", PointSeed, Default.PointSeed)
            .Number("layers", HiddenLayers, Default.HiddenLayers)
            .Number("neurons", Neurons, Default.Neurons)
            .Number("weights", WeightSeed, Default.WeightSeed)
            .Number("t", Threshold, Default.Threshold)
            .Text("edited", Edited?.ToString());
        Training.Write(query, "", Default.Training);
        Rival.Write(query, "b", Default.Rival);
    }
}
