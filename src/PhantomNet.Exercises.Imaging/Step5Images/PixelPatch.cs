namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>A pixel and its neighbours, 3 × 3, in reading order; beyond the edge there is none.</summary>
/// <param name="Centre">The pixel.</param>
/// <param name="Places">Nine places, null beyond the edge.</param>
public sealed record PixelPatch(PixelPlace Centre, IReadOnlyList<PixelPlace?> Places)
{
    /// <summary>Around a pixel of an image with this side.</summary>
    public static PixelPatch Around(PixelPlace centre, int side)
    {
        var places = new PixelPlace?[9];
        for (int i = 0; i < places.Length; i++)
        {
            PixelPlace place = new(centre.Row - 1 + (i / 3), centre.Column - 1 + (i % 3));
            places[i] = place == place.Within(0, side - 1) ? place : null;
        }

        return new PixelPatch(centre, places);
    }

    /// <summary>Where the nine went.</summary>
    public PixelPatch Moved(PixelPermutation permutation, int side) =>
        new(
            Go(Centre, permutation, side),
            [.. Places.Select(place => place is { } at ? Go(at, permutation, side) : (PixelPlace?)null)]
        );

    /// <summary>Mean distance of the neighbours to the pixel, in pixels.</summary>
    public double MeanDistance() =>
        Places
            .Where(place => place is not null && place != Centre)
            .Select(place => place!.Value.DistanceTo(Centre))
            .DefaultIfEmpty(0)
            .Average();

    private static PixelPlace Go(PixelPlace place, PixelPermutation permutation, int side) =>
        PixelPlace.Of(permutation.PlaceOf(place.Index(side)), side);
}
