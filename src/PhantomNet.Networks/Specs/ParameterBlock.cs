namespace PhantomNet.Networks.Specs;

/// <summary>The parameters of one layer within the array of all parameters: weights, then biases.</summary>
/// <param name="Layer">Index of the layer.</param>
/// <param name="Offset">Index of its first weight.</param>
/// <param name="WeightCount">Number of weights; L2 acts on these alone.</param>
/// <param name="BiasCount">Number of biases.</param>
public readonly record struct ParameterBlock(int Layer, int Offset, int WeightCount, int BiasCount)
{
    /// <summary>Where the weights lie.</summary>
    public Range Weights => Offset..(Offset + WeightCount);

    /// <summary>Where the biases lie.</summary>
    public Range Biases => (Offset + WeightCount)..(Offset + WeightCount + BiasCount);

    /// <summary>Where both lie.</summary>
    public Range All => Offset..(Offset + WeightCount + BiasCount);
}
