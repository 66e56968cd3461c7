using PhantomNet.Networks.Specs;
using PhantomNet.Randomness;

namespace PhantomNet.Networks.Training;

/// <summary>Draws the parameters that training starts from.</summary>
public static class Initialiser
{
    // Streams from 0 on are the orders of the epochs: the same seed must not draw weights with an order's numbers.
    private const int Stream = -1;

    /// <summary>The same seed gives the same parameters, on every machine.</summary>
    /// <returns>All parameters, laid out as <see cref="NetworkSpec.ParameterBlocks"/> says.</returns>
    public static float[] Parameters(NetworkSpec spec, int seed, Initialisation scheme = Initialisation.ByActivation)
    {
        float[] parameters = new float[spec.ParameterCount];
        SeededRandom random = new(seed, Stream);
        foreach (ParameterBlock block in spec.ParameterBlocks())
        {
            double limit = Limit(spec, block.Layer, scheme);
            foreach (ref float weight in parameters.AsSpan(block.Weights))
            {
                weight = (float)random.NextDouble(-limit, limit);
            }
        }

        return parameters;
    }

    private static double Limit(NetworkSpec spec, int layer, Initialisation scheme)
    {
        int fanIn = spec.Layers[layer].FanIn(spec.InputOf(layer));
        int fanOut = spec.Layers[layer].FanOut(spec.InputOf(layer));
        bool he = scheme == Initialisation.He || (scheme == Initialisation.ByActivation && FeedsRectifier(spec, layer));
        return Math.Sqrt(6.0 / (he ? fanIn : fanIn + fanOut));
    }

    // What comes before the next layer with weights; pooling and the like leave the size of numbers about as it is.
    private static bool FeedsRectifier(NetworkSpec spec, int layer) =>
        spec
            .Layers.Skip(layer + 1)
            .TakeWhile(next => next is not (DenseSpec or ConvolutionSpec))
            .OfType<ActivationSpec>()
            .FirstOrDefault()
            is { Function: Activation.ReLU or Activation.LeakyReLU };
}
