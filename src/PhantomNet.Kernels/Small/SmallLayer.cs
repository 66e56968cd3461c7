using PhantomNet.Networks;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Kernels.Small;

/// <summary>A dense layer with the activation that follows it.</summary>
internal sealed record SmallLayer
{
    public required NeuronArray Input { get; init; }

    /// <summary>After the activation.</summary>
    public required NeuronArray Output { get; init; }

    /// <summary>∂loss/∂logits, the sums before the activation.</summary>
    public required NeuronArray Gradient { get; init; }

    public required Activation Function { get; init; }

    /// <summary>Where its parameters lie as the host knows them: weights [outputs][inputs], then biases.</summary>
    public required ParameterBlock Parameters { get; init; }

    /// <summary>The weights that are trained.</summary>
    public required WeightTable Main { get; init; }

    /// <summary>A copy with lanes and rows exchanged, made anew for every minibatch; null where nothing reads it.</summary>
    public required WeightTable? Turned { get; init; }

    /// <summary>Biases: one row.</summary>
    public required WeightTable Biases { get; init; }

    /// <summary>Whether the lanes of the weights that are trained are the outputs. A few outputs would leave most lanes empty.</summary>
    public bool HasOutputLanes => HasOutputLanesOf(Output.Neurons);

    /// <summary>Weights with a lane for each output, for the way forward; null where each is read into all lanes.</summary>
    public WeightTable? ForwardWeights => HasOutputLanes ? Main : Turned;

    /// <summary>Weights with a lane for each input, for the way back.</summary>
    public WeightTable? BackWeights => HasOutputLanes ? Turned : Main;

    public static bool HasOutputLanesOf(int outputs) => NeuronArray.SamplesOfVectorOf(outputs) == 1;
}
