using System.Globalization;

namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>The nine weights of a 3×3 kernel, row by row. Two are equal when all nine are.</summary>
public sealed class Kernel : IEquatable<Kernel>
{
    /// <summary>Rows and columns.</summary>
    public const int Size = 3;

    /// <summary>Number of weights.</summary>
    public const int Count = Size * Size;

    /// <summary>Weights that are typed go from minus this to this.</summary>
    public const double MaxWeight = 99;

    private readonly double[] _weights;

    /// <summary>Takes nine finite weights.</summary>
    /// <exception cref="ArgumentException">There aren't nine, or one isn't finite.</exception>
    public Kernel(params IEnumerable<double> weights)
    {
        // Adding 0 makes −0 a 0.
        _weights = [.. weights.Select(weight => weight + 0)];
        if (_weights.Length != Count || !Array.TrueForAll(_weights, double.IsFinite))
        {
            throw new ArgumentException($"A kernel was given {_weights.Length} weights; it needs {Count} finite numbers.");
        }
    }

    /// <summary>A weight, counted row by row from the top left.</summary>
    public double this[int place] => _weights[place];

    /// <summary>Σk: what a uniform area is multiplied by.</summary>
    public double Sum => _weights.Sum();

    /// <summary>√Σk²: what the standard deviation of white noise is multiplied by.</summary>
    public double NoiseGain => Math.Sqrt(_weights.Sum(weight => weight * weight));

    /// <summary>All weights in the engine's precision.</summary>
    public float[] ToSingle() => [.. _weights.Select(weight => (float)weight)];

    /// <summary>With another weight at one place.</summary>
    public Kernel With(int place, double weight) => new(_weights.Select((present, i) => i == place ? weight : present));

    /// <summary>Turned by 180°: what a convolution in the sense of mathematics lays on the image.</summary>
    public Kernel Flipped() => new(_weights.Reverse());

    /// <summary>Reads nine numbers between commas, each brought into range; null for anything else.</summary>
    public static Kernel? Parse(string? text)
    {
        string[] parts = (text ?? "").Split(',');
        double[] weights = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            if (
                parts.Length != Count
                || !double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out weights[i])
                || !double.IsFinite(weights[i])
            )
            {
                return null;
            }
        }

        return new Kernel(weights.Select(weight => Math.Clamp(weight, -MaxWeight, MaxWeight)));
    }

    /// <summary>Reads one weight: a number or a fraction such as 1/9.</summary>
    public static double? ParseWeight(string text)
    {
        string[] parts = text.Trim().Replace('−', '-').Replace(',', '.').Split('/');
        double[] numbers = new double[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        double value = parts.Length switch
        {
            1 => numbers[0],
            2 => numbers[0] / numbers[1],
            _ => double.NaN,
        };
        return Math.Abs(value) <= MaxWeight ? value : null;
    }

    /// <summary>The largest difference of any weight.</summary>
    public double DistanceTo(Kernel other) => _weights.Zip(other._weights, (a, b) => Math.Abs(a - b)).Max();

    /// <inheritdoc/>
    public bool Equals(Kernel? other) => other is not null && _weights.AsSpan().SequenceEqual(other._weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Kernel);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_weights[0], _weights[1], _weights[4], _weights[7], Sum);

    /// <summary>Nine numbers between commas, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => string.Join(',', _weights.Select(weight => weight.ToString("R")));
}
