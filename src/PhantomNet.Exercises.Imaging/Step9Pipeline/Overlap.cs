using PhantomNet.Networks.Inspection;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>A saliency map against the true mask of the lesion, on the same grid.</summary>
/// <param name="MassShare">The share of the sum of its positive values that lies within the mask; null where none is positive.</param>
/// <param name="AreaShare">The share of the image that the mask covers: the mass share of a map that is even.</param>
/// <param name="Kept">Pixels of the map at or above the cut.</param>
/// <param name="UnionShare">Pixels in both the cut map and the mask over those in either; null where none is positive.</param>
/// <param name="ChanceUnionShare">The same for as many pixels strewn at random, about: expected pixels in both over the rest.</param>
public sealed record Overlap(double? MassShare, double AreaShare, int Kept, double? UnionShare, double ChanceUnionShare)
{
    /// <summary>Compares them.</summary>
    /// <param name="map">The map.</param>
    /// <param name="mask">Where the lesion is, on the same grid, somewhere at least.</param>
    /// <param name="cut">Share of the map's largest value, above 0, from which on a pixel is kept.</param>
    public static Overlap Of(SaliencyMap map, bool[] mask, double cut)
    {
        double inside = 0;
        double mass = 0;
        int both = 0;
        int kept = 0;
        int ill = mask.Count(pixel => pixel);
        double threshold = cut * map.Values.Max();
        for (int i = 0; i < mask.Length; i++)
        {
            double value = Math.Max(0, map.Values[i]);
            mass += value;
            inside += mask[i] ? value : 0;
            bool keeps = value > 0 && value >= threshold;
            kept += keeps ? 1 : 0;
            both += keeps && mask[i] ? 1 : 0;
        }

        double byChance = (double)kept * ill / mask.Length;
        return new Overlap(
            mass > 0 ? inside / mass : null,
            (double)ill / mask.Length,
            kept,
            mass > 0 ? (double)both / (kept + ill - both) : null,
            kept + ill == 0 ? 0 : byChance / (kept + ill - byChance)
        );
    }
}
