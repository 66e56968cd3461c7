namespace PhantomNet.Exercises.Step3Activations;

/// <summary>Evenly spaced inputs.</summary>
internal static class Grid
{
    /// <summary>From <paramref name="min"/> to <paramref name="max"/>, both among them.</summary>
    public static float[] Even(double min, double max, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (float)(min + ((max - min) * i / (count - 1))))];
}
