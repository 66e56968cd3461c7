using PhantomNet.Exercises.Shared;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Step3Activations;

/// <summary>
/// The scales of the hidden neurons' charts. They hold both ends of the way from the activation to the identity, between which
/// everything else lies, so that they stay while the curves flatten.
/// </summary>
public sealed class HiddenAxes
{
    private const string NeuronsLabel = "output of each hidden neuron";

    /// <summary>Measures both ends.</summary>
    public HiddenAxes(Activation function, int seed)
    {
        HiddenNeurons[] ends =
        [
            new(function, on: true, identityShare: 0, seed),
            new(function, on: false, identityShare: 0, seed),
        ];
        Neurons = Around(NeuronsLabel, ends.SelectMany(end => end.Outputs).SelectMany(output => output));
        NeuronsFullyOn = Around(NeuronsLabel, ends[0].Outputs.SelectMany(output => output));
        Sum = Around("output of the network: the weighted sum", ends.SelectMany(end => end.Sum));
    }

    /// <summary>For the output of a neuron.</summary>
    public ChartAxis Neurons { get; }

    /// <summary>
    /// For the output of a neuron while nothing of the identity is in it: five sigmoids are lost on a scale that holds their straight
    /// lines too.
    /// </summary>
    public ChartAxis NeuronsFullyOn { get; }

    /// <summary>For the weighted sum.</summary>
    public ChartAxis Sum { get; }

    private static ChartAxis Around(string label, IEnumerable<float> values) =>
        ChartAxis.Around(label, values.Select(value => (double)value));
}
