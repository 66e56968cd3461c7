namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>A radiograph, the same with its pixels shuffled, and what one network makes of both.</summary>
public sealed class ShuffledPair
{
    /// <summary>Shuffles it and runs the network twice.</summary>
    /// <param name="picture">The radiograph.</param>
    /// <param name="permutation">Of its pixels.</param>
    /// <param name="network">The network.</param>
    /// <param name="alike">Whether the weights for the shuffled image are moved like its pixels.</param>
    public ShuffledPair(StagePicture picture, PixelPermutation permutation, PixelNetwork network, bool alike)
    {
        PixelPermutation asTheyAre = PixelPermutation.Draw(permutation.Count, seed: 0);
        Original = picture.Inputs;
        Shuffled = permutation.Shuffled(picture.Inputs);
        OriginalAnswer = network.Run(Original, asTheyAre);
        ShuffledAnswer = network.Run(Shuffled, alike ? permutation : asTheyAre);
        OriginalCorrelation = NeighbourCorrelation.Of(Original, PixelNetwork.Side);
        ShuffledCorrelation = NeighbourCorrelation.Of(Shuffled, PixelNetwork.Side);
    }

    /// <summary>The radiograph as inputs.</summary>
    public float[] Original { get; }

    /// <summary>The shuffled one.</summary>
    public float[] Shuffled { get; }

    /// <summary>The network's answer to the radiograph.</summary>
    public NetworkAnswer OriginalAnswer { get; }

    /// <summary>Its answer to the shuffled one.</summary>
    public NetworkAnswer ShuffledAnswer { get; }

    /// <summary>How alike pixels side by side are.</summary>
    public double OriginalCorrelation { get; }

    /// <summary>The same in the shuffled image.</summary>
    public double ShuffledCorrelation { get; }

    /// <summary>Whether all that left the network is the same, bit for bit.</summary>
    public bool AreSame => OriginalAnswer.IsSameAs(ShuffledAnswer);
}
