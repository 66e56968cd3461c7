using PhantomNet.Networks;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>What a network of a given size can do, in words that hold for every choice of its weights.</summary>
public static class Capability
{
    /// <summary>Two or three sentences.</summary>
    public static string Of(int hiddenLayers, int neurons, Activation activation)
    {
        if (hiddenLayers == 0)
        {
            return "No hidden layer: this is one neuron, logistic regression. Whatever its weights, ŷ crosses the threshold along "
                + "one straight line.";
        }

        if (activation == Activation.Identity)
        {
            return "Without activations the layers multiply out to a single neuron. However many there are, the boundary is one "
                + "straight line.";
        }

        if (neurons == 1)
        {
            return activation == Activation.ReLU
                ? "One neuron a layer: the output rises or falls along a single direction, with a kink where a neuron switches, "
                    + "but crosses the threshold along one straight line at most."
                : "One neuron a layer: the output rises or falls along a single direction, so it crosses the threshold along one "
                    + "straight line at most.";
        }

        string pieces = activation is Activation.ReLU or Activation.LeakyReLU
            ? "The boundary is made of straight pieces that bend where a neuron switches."
            : "The boundary can be smoothly curved.";
        if (hiddenLayers > 1)
        {
            return $"{pieces} Neurons of a later layer switch along curves that the earlier ones have bent already. That such a "
                + "boundary exists doesn’t mean that training finds it.";
        }

        return neurons == 2
            ? $"{pieces} Two neurons can’t close it around a class: from any point of either class there is a way far out on which "
                + "the answer stays the same."
            : $"{pieces} Three neurons or more can close it around a class. That such a boundary exists doesn’t mean that training "
                + "finds it.";
    }
}
