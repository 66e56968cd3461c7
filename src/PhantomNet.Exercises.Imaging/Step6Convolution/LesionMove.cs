namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>The lesion in an image and in its map, before a move and after it.</summary>
public sealed class LesionMove
{
    /// <summary>Runs the convolution on both images.</summary>
    public LesionMove(TakenImage before, TakenImage after, float[] weights, int stride)
    {
        MapBefore = new FeatureMap(before.Pixels, before.Side, weights, stride);
        MapAfter = new FeatureMap(after.Pixels, after.Side, weights, stride);
        ImageAfter = after;
        StrongestBefore = MapBefore.StrongestOver(before.Lesion, before.Side);
        StrongestAfter = MapAfter.StrongestOver(after.Lesion, after.Side);
        Change = [.. MapAfter.Values.Zip(MapBefore.Values, (now, then) => now - then)];
    }

    /// <summary>The map of the image as it was.</summary>
    public FeatureMap MapBefore { get; }

    /// <summary>The map after the move.</summary>
    public FeatureMap MapAfter { get; }

    /// <summary>The image after the move.</summary>
    public TakenImage ImageAfter { get; }

    /// <summary>The strongest response over the lesion before; null where it can't be seen.</summary>
    public PlaceOfMap? StrongestBefore { get; }

    /// <summary>The strongest response over the lesion after.</summary>
    public PlaceOfMap? StrongestAfter { get; }

    /// <summary>How the map changed, place by place.</summary>
    public float[] Change { get; }
}
