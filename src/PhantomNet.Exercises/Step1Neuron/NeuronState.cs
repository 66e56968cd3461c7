using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>One patient's two intensities, the neuron, and how it descends.</summary>
/// <param name="X1">First intensity, 0 to 1.</param>
/// <param name="X2">Second intensity, 0 to 1.</param>
/// <param name="W1">Weight of the first, −2 to 2.</param>
/// <param name="W2">Weight of the second, −2 to 2.</param>
/// <param name="B">Bias, −2 to 2.</param>
/// <param name="Rate">Learning rate η of the descent.</param>
/// <param name="HoldBias">Whether descent leaves b alone.</param>
public sealed record NeuronState(double X1, double X2, double W1, double W2, double B, double Rate, bool HoldBias)
    : IStepState<NeuronState>
{
    /// <summary>Weights and bias lie within ± this.</summary>
    public const double Limit = 2;

    /// <summary>Least learning rate.</summary>
    public const double MinRate = 0.1;

    /// <summary>Greatest learning rate: far enough to overshoot.</summary>
    public const double MaxRate = 10;

    /// <inheritdoc/>
    public static NeuronState Default { get; } = new(0.8, 0.3, 0.7, -0.5, 0.1, Rate: 1, HoldBias: false);

    /// <summary>Weights and bias together.</summary>
    public Weights Weights => new(W1, W2, B);

    /// <inheritdoc/>
    public static NeuronState Read(QueryReader query) =>
        new(
            query.Number("x1", Default.X1, 0, 1),
            query.Number("x2", Default.X2, 0, 1),
            query.Number("w1", Default.W1, -Limit, Limit),
            query.Number("w2", Default.W2, -Limit, Limit),
            query.Number("b", Default.B, -Limit, Limit),
            query.Number("rate", Default.Rate, MinRate, MaxRate),
            query.Flag("hold", Default.HoldBias)
        );

    /// <inheritdoc/>
    public void Write(QueryWriter query) =>
        query
            .Number("x1", X1, Default.X1)
            .Number("x2", X2, Default.X2)
            .Number("w1", W1, Default.W1)
            .Number("w2", W2, Default.W2)
            .Number("b", B, Default.B)
            .Number("rate", Rate, Default.Rate)
            .Flag("hold", HoldBias, Default.HoldBias);
}
