using PhantomNet.Exercises.Shared;
using PhantomNet.Networks;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>What a student chooses about training; two of these can race from the same weights.</summary>
/// <param name="Activation">Of every hidden neuron.</param>
/// <param name="Optimizer">How a gradient becomes an update.</param>
/// <param name="LearningRate">Size of a step.</param>
/// <param name="BatchSize">Points in a minibatch.</param>
/// <param name="L2">Strength of the L2 penalty on the weights.</param>
public sealed record TrainingChoice(
    Activation Activation,
    OptimizerKind Optimizer,
    double LearningRate,
    int BatchSize,
    double L2
)
{
    public const double MinLearningRate = 0.001;
    public const double MaxLearningRate = 10;
    public const int MaxBatchSize = 60;
    public const double MaxL2 = 0.1;

    /// <summary>What the step starts with.</summary>
    public static TrainingChoice Default { get; } = new(Activation.ReLU, OptimizerKind.Sgd, 0.3, 10, 0);

    /// <summary>The activations that can be trained.</summary>
    public static IReadOnlyList<(Activation Value, string Text)> Activations { get; } =
    [
        (Activation.Identity, "Linear (none)"),
        (Activation.Sigmoid, "Sigmoid"),
        (Activation.Tanh, "Tanh"),
        (Activation.ReLU, "ReLU"),
        (Activation.LeakyReLU, "Leaky ReLU"),
    ];

    /// <summary>The optimizers with their names.</summary>
    public static IReadOnlyList<(OptimizerKind Value, string Text)> Optimizers { get; } =
    [(OptimizerKind.Sgd, "SGD"), (OptimizerKind.Momentum, "Momentum"), (OptimizerKind.Adam, "Adam")];

    /// <summary>The engine's settings.</summary>
    public TrainingSettings Settings =>
        new(
            Optimizer switch
            {
                OptimizerKind.Sgd => new Sgd(LearningRate),
                OptimizerKind.Momentum => new Momentum(LearningRate),
                _ => new Adam(LearningRate),
            },
            BatchSize,
            L2
        );

    /// <summary>
    /// Another optimizer with a learning rate that suits it: momentum adds up about ten steps, and Adam's steps are as long as
    /// the rate whatever the gradient.
    /// </summary>
    public TrainingChoice With(OptimizerKind optimizer) =>
        optimizer == Optimizer
            ? this
            : this with
            {
                Optimizer = optimizer,
                LearningRate = optimizer switch
                {
                    OptimizerKind.Sgd => Default.LearningRate,
                    OptimizerKind.Momentum => 0.03,
                    _ => 0.01,
                },
            };

    /// <summary>Reads a choice whose keys start with <paramref name="prefix"/>.</summary>
    public static TrainingChoice Read(QueryReader query, string prefix, TrainingChoice fallback)
    {
        Activation activation = query.Choice(prefix + "act", fallback.Activation);
        return new TrainingChoice(
            Activations.Any(choice => choice.Value == activation) ? activation : fallback.Activation,
            query.Choice(prefix + "opt", fallback.Optimizer),
            query.Number(prefix + "lr", fallback.LearningRate, MinLearningRate, MaxLearningRate),
            query.Whole(prefix + "batch", fallback.BatchSize, 1, MaxBatchSize),
            query.Number(prefix + "l2", fallback.L2, 0, MaxL2)
        );
    }

    /// <summary>Writes what differs from <paramref name="fallback"/>.</summary>
    public void Write(QueryWriter query, string prefix, TrainingChoice fallback) =>
        query
            .Choice(prefix + "act", Activation, fallback.Activation)
            .Choice(prefix + "opt", Optimizer, fallback.Optimizer)
            .Number(prefix + "lr", LearningRate, fallback.LearningRate)
            .Number(prefix + "batch", BatchSize, fallback.BatchSize)
            .Number(prefix + "l2", L2, fallback.L2);
}
