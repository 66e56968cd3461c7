namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>What one input map adds to one output of a convolution.</summary>
/// <param name="Map">Which input map, from 0.</param>
/// <param name="Inputs">Under the window, row by row; null outside of the map, where zeros are.</param>
/// <param name="Weights">Of the filter for this map, row by row.</param>
public sealed record ChannelProducts(int Map, float?[] Inputs, float[] Weights)
{
    /// <summary>Input × weight, each.</summary>
    public double[] Products { get; } = [.. Inputs.Zip(Weights, (input, weight) => (double)(input ?? 0) * weight)];

    /// <summary>Their sum.</summary>
    public double Sum => Products.Sum();
}
