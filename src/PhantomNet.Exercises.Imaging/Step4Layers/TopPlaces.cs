namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>The most active tenth of one map, and how it overlaps a mask.</summary>
/// <param name="Chosen">Whether a place is one of them: [side × side].</param>
/// <param name="Overlap">Intersection over union with the mask, 0 to 1.</param>
/// <param name="ByChance">What as many places, drawn anywhere, would get on average, about.</param>
/// <param name="Share">Of all places, chosen.</param>
public sealed record TopPlaces(bool[] Chosen, double Overlap, double ByChance, double Share)
{
    private const double Wanted = 0.1;

    /// <summary>A tenth of the places, those with the largest values; fewer where fewer are above zero.</summary>
    public static TopPlaces Of(ReadOnlySpan<float> map, ReadOnlySpan<byte> flags, TrueMask mask)
    {
        float[] values = map.ToArray();
        int[] places = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(values, places);
        int count = (int)(Wanted * values.Length);
        bool[] chosen = new bool[values.Length];
        for (int k = values.Length - count; k < values.Length; k++)
        {
            chosen[places[k]] = values[k] > 0;
        }

        return Compared(chosen, flags, mask);
    }

    private static TopPlaces Compared(bool[] chosen, ReadOnlySpan<byte> flags, TrueMask mask)
    {
        int both = 0;
        int either = 0;
        int ofMask = 0;
        int ofMap = 0;
        for (int place = 0; place < chosen.Length; place++)
        {
            bool inside = TrueMasks.Has(flags[place], mask);
            both += chosen[place] && inside ? 1 : 0;
            either += chosen[place] || inside ? 1 : 0;
            ofMask += inside ? 1 : 0;
            ofMap += chosen[place] ? 1 : 0;
        }

        double a = (double)ofMap / chosen.Length;
        double m = (double)ofMask / chosen.Length;
        double union = a + m - (a * m);
        return new TopPlaces(chosen, either == 0 ? 0 : (double)both / either, union > 0 ? a * m / union : 0, a);
    }
}
