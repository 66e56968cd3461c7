namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>Noise of unit standard deviation, before and after pooling: its moments, and how the largest are spread.</summary>
/// <param name="window">Side of the windows, which don't overlap.</param>
public sealed class PooledNoise(int window)
{
    /// <summary>The histogram goes from minus this to this, in standard deviations.</summary>
    public const double Reach = 5;

    /// <summary>Width of one of its bins.</summary>
    public const double BinWidth = 0.25;

    private readonly int[] _bins = new int[(int)(2 * Reach / BinWidth)];
    private readonly List<(double Windows, double Mean, double Low, double High)> _history = [];
    private int _nextKept = 1;

    /// <summary>Side of a window.</summary>
    public int Window { get; } = window;

    /// <summary>Numbers in a window.</summary>
    public int Numbers => Window * Window;

    /// <summary>Single pixels.</summary>
    public Moments Pixel { get; } = new();

    /// <summary>The largest of each window.</summary>
    public Moments Largest { get; } = new();

    /// <summary>The mean of each window.</summary>
    public Moments Average { get; } = new();

    /// <summary>The last field that came in: [FieldSide, FieldSide].</summary>
    public float[] Field { get; private set; } = [];

    /// <summary>Its rows and columns.</summary>
    public int FieldSide { get; private set; }

    /// <summary>The same, max-pooled.</summary>
    public float[] Pooled { get; private set; } = [];

    /// <summary>Its rows and columns.</summary>
    public int PooledSide { get; private set; }

    /// <summary>Mean and interval after some numbers of windows, each about an eighth more than the one before.</summary>
    public IReadOnlyList<(double Windows, double Mean, double Low, double High)> History => _history;

    /// <summary>Takes in a field with what the engine has made of it.</summary>
    public void Add(float[] field, int fieldSide, StripPool largest, StripPool average)
    {
        Field = field;
        FieldSide = fieldSide;
        Pooled = largest.Output;
        PooledSide = largest.Side;
        Pixel.Add(field);
        Largest.Add(largest.Output);
        Average.Add(average.Output);
        foreach (float value in largest.Output)
        {
            _bins[(int)Math.Clamp((value + Reach) / BinWidth, 0, _bins.Length - 1)]++;
        }

        if (Largest.Count >= _nextKept)
        {
            _nextKept = Largest.Count + (Largest.Count / 8);
            _history.Add((Largest.Count, Largest.Mean, Largest.Interval.Low, Largest.Interval.High));
        }
    }

    /// <summary>Density of the largest, from the histogram: the middle of each bin, and the share in it per unit. Ends hold what is beyond.</summary>
    public IEnumerable<(double X, double Density)> Density() =>
        _bins.Select(
            (count, i) => (((i + 0.5) * BinWidth) - Reach, Largest.Count == 0 ? 0 : count / (Largest.Count * BinWidth))
        );
}
