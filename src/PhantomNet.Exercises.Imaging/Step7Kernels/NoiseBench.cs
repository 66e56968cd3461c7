namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>
/// Measures what a kernel does to noise, as a physicist would: pairs of exposures of a uniform block, one of a pair minus the other, so that
/// noise alone is left; its standard deviation before and after the filter.
/// </summary>
/// <remarks>
/// Each pair is divided by √2, so that it has the noise of one exposure. Its mean is 0 by construction, so the mean square is the
/// variance without bias, also where neighbouring pixels are correlated, as they are after a blur.
/// </remarks>
public sealed class NoiseBench
{
    /// <summary>Pairs of exposures.</summary>
    public const int Pairs = 12;

    /// <summary>The block: so much soft tissue everywhere, in g/cm².</summary>
    public const double BlockGPerCm2 = 20;

    /// <summary>Rows and columns of a patch.</summary>
    public const int Size = KernelsState.ImageSize;

    private readonly KernelFilter _filter = new();
    private readonly List<float[]> _patches = [];
    private readonly List<double> _gains = [];
    private double _before;
    private double _after;
    private double _quanta;
    private (double MAs, int Seed)? _aim;
    private Kernel? _kernel;
    private float[]? _first; // the first exposure of a pair
    private FlatField? _field;

    /// <summary>The noise of the first pair; null before it is taken.</summary>
    public float[]? Patch => _patches.Count > 0 ? _patches[0] : null;

    /// <summary>The same, filtered.</summary>
    public FilteredImage? Filtered { get; private set; }

    /// <summary>What came out, once all pairs are done.</summary>
    public NoiseEstimate? Estimate { get; private set; }

    /// <summary>Exposures and filterings done of all.</summary>
    public double Progress => ((2.0 * _patches.Count) + (_first is null ? 0 : 1) + _gains.Count) / (3 * Pairs);

    /// <summary>The kernel that is measured.</summary>
    public Kernel? Kernel => _kernel;

    /// <summary>Says what to measure. With another kernel alone, the same exposures are filtered again.</summary>
    /// <returns>Whether there is something to do.</returns>
    public bool Aim(double mAs, int seed, Kernel kernel)
    {
        if (_aim != (mAs, seed))
        {
            _aim = (mAs, seed);
            _field = new FlatField(mAs, Size, BlockGPerCm2, _field);
            _patches.Clear();
            _first = null;
            _quanta = 0;
            _kernel = null;
        }

        if (!kernel.Equals(_kernel))
        {
            _kernel = kernel;
            _gains.Clear();
            (_before, _after) = (0, 0);
            Estimate = null;
            Filtered = null;
        }

        return Estimate is null;
    }

    /// <summary>Does up to so many exposures or filterings.</summary>
    /// <returns>How many it did; 0 when the measurement is complete.</returns>
    public int Advance(int units)
    {
        int done = 0;
        while (done < units && Estimate is null && _kernel is not null)
        {
            if (_patches.Count < Pairs)
            {
                Expose();
            }
            else
            {
                FilterNext();
            }

            done++;
        }

        return done;
    }

    private void Expose()
    {
        // Two seeds for each pair, none of them shared with another pair or with another seed of the address.
        int number = (2 * _patches.Count) + (_first is null ? 0 : 1);
        (float[] log, double quanta) = _field!.Expose((_aim!.Value.Seed * 2 * Pairs) + number);
        _quanta += quanta / (2 * Pairs);
        if (_first is null)
        {
            _first = log;
            return;
        }

        float[] patch = new float[log.Length];
        for (int i = 0; i < patch.Length; i++)
        {
            patch[i] = (float)((_first[i] - (double)log[i]) / Math.Sqrt(2));
        }

        _first = null;
        _patches.Add(patch);
    }

    private void FilterNext()
    {
        float[] patch = _patches[_gains.Count];
        FilteredImage filtered = _filter.Apply(patch, Size, _kernel!, BorderRule.Valid);
        Filtered ??= filtered;
        double before = MeanSquare(patch);
        double after = MeanSquare(filtered.Values);
        _before += before / Pairs;
        _after += after / Pairs;
        _gains.Add(before > 0 ? Math.Sqrt(after / before) : 0);
        if (_gains.Count == Pairs)
        {
            Estimate = NoiseEstimate.Of(_gains, _before, _after, _quanta);
        }
    }

    private static double MeanSquare(float[] values) => values.Sum(value => (double)value * value) / values.Length;
}
