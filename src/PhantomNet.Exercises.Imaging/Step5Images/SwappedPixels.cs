namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>Two pixels that change places together with their weights, seen by one neuron.</summary>
public sealed class SwappedPixels
{
    /// <summary>Runs the network before and after.</summary>
    public SwappedPixels(StagePicture picture, PixelNetwork network, PixelPlace first, PixelPlace second)
    {
        int a = first.Index(PixelNetwork.Side);
        int b = second.Index(PixelNetwork.Side);
        PixelPermutation swap = PixelPermutation.Swap(PixelNetwork.PixelCount, a, b);
        NetworkAnswer before = network.Run(picture.Inputs, PixelPermutation.Draw(PixelNetwork.PixelCount, seed: 0));
        NetworkAnswer after = network.Run(swap.Shuffled(picture.Inputs), swap);
        First = (picture.Grey[a], network.Weight(0, a));
        Second = (picture.Grey[b], network.Weight(0, b));
        Distance = first.DistanceTo(second);
        SumBefore = before.Sums[0];
        SumAfter = after.Sums[0];
        AreSame = before.IsSameAs(after);
    }

    /// <summary>Grey value of the first pixel, and its weight.</summary>
    public (byte Grey, float Weight) First { get; }

    /// <summary>The same of the second.</summary>
    public (byte Grey, float Weight) Second { get; }

    /// <summary>Between them, in pixels.</summary>
    public double Distance { get; }

    /// <summary>The neuron's weighted sum.</summary>
    public float SumBefore { get; }

    /// <summary>The same after they have changed places, their weights too.</summary>
    public float SumAfter { get; }

    /// <summary>Whether all that left the network is the same, bit for bit.</summary>
    public bool AreSame { get; }

    /// <summary>Weight times input, of one of the two.</summary>
    public static float Term((byte Grey, float Weight) pixel) => pixel.Weight * (pixel.Grey / (float)PixelNetwork.GreyLevels);
}
