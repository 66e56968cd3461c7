namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>Spearman's rank correlation: whether two maps order the pixels alike. 1 alike, 0 not at all, −1 the other way round.</summary>
public static class RankCorrelation
{
    /// <summary>Of two lists of equal length, ties given their mean rank; null where one is all alike.</summary>
    public static double? Of(float[] first, float[] second)
    {
        double[] a = Ranks(first);
        double[] b = Ranks(second);
        double mean = (first.Length - 1) / 2.0;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.Length; i++)
        {
            ab += (a[i] - mean) * (b[i] - mean);
            aa += (a[i] - mean) * (a[i] - mean);
            bb += (b[i] - mean) * (b[i] - mean);
        }

        return aa > 0 && bb > 0 ? ab / Math.Sqrt(aa * bb) : null;
    }

    private static double[] Ranks(float[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length)];
        float[] keys = [.. values];
        Array.Sort(keys, order);
        double[] ranks = new double[values.Length];
        int from = 0;
        while (from < order.Length)
        {
            int to = from;
            while (to + 1 < order.Length && keys[to + 1] == keys[from])
            {
                to++;
            }

            for (int i = from; i <= to; i++)
            {
                ranks[order[i]] = (from + to) / 2.0;
            }

            from = to + 1;
        }

        return ranks;
    }
}
