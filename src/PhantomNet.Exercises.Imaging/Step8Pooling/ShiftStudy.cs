using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>
/// What three ways to halve an image make of it when it is moved to the right by 0, 1, 2 … pixels, as one measures it for
/// anti-aliased networks (docs/sources.md#zhang).
/// </summary>
public sealed class ShiftStudy
{
    /// <summary>The largest shift.</summary>
    public const int MaxShift = 8;

    /// <summary>Rows and columns of what is pooled: one more than the two of each output, for the low-pass filter.</summary>
    public const int Side = (2 * OutputSide) + 1;

    /// <summary>Rows and columns of what comes out.</summary>
    public const int OutputSide = 32;

    /// <summary>The first row and column of the radiograph that is seen: from ribs over the lung to the heart.</summary>
    public const int Top = 76;

    /// <inheritdoc cref="Top"/>
    public const int Left = 84;

    // Outputs left of it hold what came in at the edge, at some shift.
    private const int FirstCompared = (MaxShift / 2) + 1;
    private const int SceneWidth = Side + MaxShift;

    // Below it an output has no structure left, but for rounding.
    private const double Flat = 1e-5;

    private static readonly float[] _binomial = [1 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 4 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 1 / 16f];

    private readonly float[] _scene; // [Side, SceneWidth]
    private readonly float[][] _outputs = new float[Pools.Count * (MaxShift + 1)][];
    private readonly Network[] _networks;
    private int _done;

    private ShiftStudy(float[] scene)
    {
        _scene = scene;
        _networks = [.. Pools.Select(NetworkOf)];
    }

    /// <summary>All ways.</summary>
    public static IReadOnlyList<ShiftPool> Pools { get; } = Enum.GetValues<ShiftPool>();

    /// <summary>How many outputs are compared.</summary>
    public static int Compared => OutputSide * (OutputSide - FirstCompared);

    /// <summary>Whether all is measured.</summary>
    public bool IsComplete => _done == _outputs.Length;

    /// <summary>Upright bars, bright for the first half of their period, the first starting at the left edge.</summary>
    public static ShiftStudy OfBars(int period) =>
        new(Scene((_, column) => 2 * (((column % period) + period) % period) < period ? 1 : 0));

    /// <summary>One bright pixel, in the middle, first in its window.</summary>
    public static ShiftStudy OfDot() => new(Scene((row, column) => row == OutputSide && column == OutputSide ? 1 : 0));

    /// <summary>A part of a radiograph, of <see cref="PoolingState.RadiographSide"/>.</summary>
    public static ShiftStudy OfRadiograph(float[] pixels) =>
        new(Scene((row, column) => pixels[((Top + row) * PoolingState.RadiographSide) + Left + column]));

    /// <summary>Pools one more of all.</summary>
    public void Advance()
    {
        Network network = _networks[_done % Pools.Count];
        _outputs[_done] = network.Forward(Input(_done / Pools.Count), batch: 1).ToArray();
        _done++;
    }

    /// <summary>The same, all of it.</summary>
    public ShiftStudy Finish()
    {
        while (!IsComplete)
        {
            Advance();
        }

        return this;
    }

    /// <summary>The image moved to the right: [Side, Side].</summary>
    public float[] Input(int shift)
    {
        float[] input = new float[Side * Side];
        for (int row = 0; row < Side; row++)
        {
            _scene.AsSpan((row * SceneWidth) + MaxShift - shift, Side).CopyTo(input.AsSpan(row * Side));
        }

        return input;
    }

    /// <summary>What a pool makes of the moved image: [OutputSide, OutputSide].</summary>
    public float[] Output(ShiftPool pool, int shift) => _outputs[(shift * Pools.Count) + (int)pool];

    /// <summary>Standard deviation of the compared outputs.</summary>
    public double Contrast(ShiftPool pool, int shift)
    {
        float[] output = Output(pool, shift);
        double sum = 0;
        double squares = 0;
        foreach (int i in ComparedPlaces())
        {
            sum += output[i];
            squares += (double)output[i] * output[i];
        }

        double mean = sum / Compared;
        return Math.Sqrt(Math.Max(0, (squares / Compared) - (mean * mean)));
    }

    /// <summary>
    /// How much the output changes, once the first output has been moved by the best whole number of pixels: root mean square of
    /// the difference, relative to the first output's standard deviation. Null where that output is flat.
    /// </summary>
    public double? Change(ShiftPool pool, int shift)
    {
        double contrast = Contrast(pool, 0);
        return contrast < Flat ? null : Math.Sqrt(SquaredDifference(pool, shift, BestMove(pool, shift)) / Compared) / contrast;
    }

    /// <summary>How many of the compared outputs differ at all, moved in the same way.</summary>
    public int Differing(ShiftPool pool, int shift)
    {
        int move = BestMove(pool, shift);
        float[] first = Output(pool, 0);
        float[] moved = Output(pool, shift);
        return ComparedPlaces().Count(i => moved[i] != first[i - move]);
    }

    /// <summary>By how many of its own pixels the first output is moved, to be as close as it can be.</summary>
    public int BestMove(ShiftPool pool, int shift)
    {
        int below = shift / 2;
        int above = (shift + 1) / 2;
        return SquaredDifference(pool, shift, above) < SquaredDifference(pool, shift, below) ? above : below;
    }

    private double SquaredDifference(ShiftPool pool, int shift, int move)
    {
        float[] first = Output(pool, 0);
        float[] moved = Output(pool, shift);
        double sum = 0;
        foreach (int i in ComparedPlaces())
        {
            double difference = moved[i] - (double)first[i - move];
            sum += difference * difference;
        }

        return sum;
    }

    private static IEnumerable<int> ComparedPlaces()
    {
        for (int row = 0; row < OutputSide; row++)
        {
            for (int column = FirstCompared; column < OutputSide; column++)
            {
                yield return (row * OutputSide) + column;
            }
        }
    }

    // Column 0 of the image before it is moved; negative ones come in from the left.
    private static float[] Scene(Func<int, int, float> at)
    {
        float[] scene = new float[Side * SceneWidth];
        for (int i = 0; i < scene.Length; i++)
        {
            scene[i] = at(i / SceneWidth, (i % SceneWidth) - MaxShift);
        }

        return scene;
    }

    private static Network NetworkOf(ShiftPool pool)
    {
        LayerSpec layer = pool switch
        {
            ShiftPool.Max => new MaxPoolingSpec(2),
            ShiftPool.Average => new AveragePoolingSpec(2),
            _ => new ConvolutionSpec(Filters: 1, KernelSize: 3, Stride: 2),
        };
        Network network = new(new NetworkSpec(new Shape(1, Side, Side), Loss.MeanSquaredError, layer));
        if (pool == ShiftPool.Blurred)
        {
            _binomial.CopyTo(network.Parameters);
        }

        return network;
    }
}
