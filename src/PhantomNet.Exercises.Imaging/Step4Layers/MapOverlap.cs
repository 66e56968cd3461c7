namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>
/// How well a map tells the places of a mask from all others: the chance that a place drawn from within the mask has the larger
/// value, equal ones counted half (the area under a ROC curve). Values count in 256 steps from the map's least to its largest.
/// </summary>
public static class MapOverlap
{
    /// <summary>What a map gets that has nothing to do with the mask.</summary>
    public const double Chance = 0.5;

    private const int Steps = 256;
    private static readonly int _masks = TrueMasks.All.Count;

    /// <summary>For every mask; NaN where the mask is empty or full.</summary>
    /// <param name="map">[side × side].</param>
    /// <param name="flags">The masks at the same places, from <see cref="TrueMasks.At(int)"/>.</param>
    public static double[] Areas(ReadOnlySpan<float> map, ReadOnlySpan<byte> flags)
    {
        int[] all = new int[Steps];
        int[] inside = new int[_masks * Steps];
        Count(map, flags, all, inside);
        double[] areas = new double[_masks];
        for (int mask = 0; mask < _masks; mask++)
        {
            areas[mask] = Area(inside.AsSpan(mask * Steps, Steps), all);
        }

        return areas;
    }

    /// <summary>For one mask.</summary>
    public static double Of(ReadOnlySpan<float> map, ReadOnlySpan<byte> flags, TrueMask mask) => Areas(map, flags)[(int)mask];

    private static void Count(ReadOnlySpan<float> map, ReadOnlySpan<byte> flags, int[] all, int[] inside)
    {
        (float least, float largest) = Range(map);
        float scale = largest > least ? (Steps - 1) / (largest - least) : 0;
        for (int place = 0; place < map.Length; place++)
        {
            int step = (int)(((map[place] - least) * scale) + 0.5f);
            all[step]++;
            int rest = flags[place];
            for (int mask = 0; rest != 0; mask++, rest >>= 1)
            {
                inside[(mask * Steps) + step] += rest & 1;
            }
        }
    }

    private static (float Least, float Largest) Range(ReadOnlySpan<float> map)
    {
        float least = map[0];
        float largest = map[0];
        foreach (float value in map)
        {
            least = Math.Min(least, value);
            largest = Math.Max(largest, value);
        }

        return (least, largest);
    }

    private static double Area(ReadOnlySpan<int> inside, int[] all)
    {
        double wins = 0;
        long outsideBelow = 0;
        long insideTotal = 0;
        for (int step = 0; step < Steps; step++)
        {
            int outside = all[step] - inside[step];
            wins += inside[step] * (outsideBelow + (0.5 * outside));
            outsideBelow += outside;
            insideTotal += inside[step];
        }

        return insideTotal == 0 || outsideBelow == 0 ? double.NaN : wins / ((double)insideTotal * outsideBelow);
    }
}
