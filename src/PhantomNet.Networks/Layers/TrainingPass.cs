namespace PhantomNet.Networks.Layers;

/// <summary>Which pass of a training this is; what is random in it follows from these numbers alone.</summary>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Update">1 for the first update, 2 for the second …</param>
/// <param name="Layer">Index of the layer.</param>
internal readonly record struct TrainingPass(int Seed, long Update, int Layer)
{
    /// <summary>The random stream of layer 0; the others follow downwards, away from those of weights (−1) and orders (0 and up).</summary>
    public const int FirstStream = -2;
}
