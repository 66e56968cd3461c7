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

    /// <summary>The first row and column of the radiograph that is seen: ribs over the right lung.</summary>
    public const int Top = 64;

    /// <inheritdoc cref="Top"/>
    public const int Left = 34;

    // Columns of the moved output that are compared with the first one, and the other way round: each has its neighbours, and
    // holds nothing that came in at the edge.
    private const int Columns = 24;
    private const int FirstMoved = (MaxShift / 2) + 2;
    private const int FirstUnmoved = 2;
    private const int SceneWidth = Side + MaxShift;

    // Below it an output has no structure left, but for rounding.
    private const double Flat = 1e-5;

    private static readonly float[] _binomial =
    [
        1 / 16f,
        2 / 16f,
        1 / 16f,
        2 / 16f,
        4 / 16f,
        2 / 16f,
        1 / 16f,
        2 / 16f,
        1 / 16f,
    ];

    private readonly float[] _scene; // [Side, SceneWidth]
    private readonly float[][] _outputs = new float[Pools.Count * (MaxShift + 1)][];
    private readonly ShiftResult[] _results = new ShiftResult[Pools.Count * (MaxShift + 1)];
    private readonly Network[] _networks;
    private int _done;

    private ShiftStudy(float[] scene)
    {
        _scene = scene;
        _networks = [.. Pools.Select(NetworkOf)];
    }

    /// <summary>All ways.</summary>
    public static IReadOnlyList<ShiftPool> Pools { get; } = Enum.GetValues<ShiftPool>();

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
        _results[_done] = Compare((ShiftPool)(_done % Pools.Count), _done / Pools.Count);
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

    /// <summary>What comparing it with the output at shift 0 has given.</summary>
    public ShiftResult Result(ShiftPool pool, int shift) => _results[(shift * Pools.Count) + (int)pool];

    private ShiftResult Compare(ShiftPool pool, int shift)
    {
        // Of the same part of the picture, as nearly as whole pixels of the output allow.
        double first = Contrast(Output(pool, 0), FirstMoved - (shift / 2));
        double moved = Contrast(Output(pool, shift), FirstMoved);
        double contrast = Math.Sqrt((Square(first) + Square(moved)) / 2);
        double[] moves = shift % 2 == 0 ? [shift / 2] : [shift / 2.0, shift / 2, (shift / 2) + 1];
        (double square, double best) = moves.Select(move => (MeanSquare(pool, shift, move), move)).Min();
        return new(contrast < Flat ? null : Math.Sqrt(square) / contrast, best, first, moved);
    }

    private static double Contrast(float[] output, int firstColumn)
    {
        double mean = Places(firstColumn).Average(i => (double)output[i]);
        return Math.Sqrt(Places(firstColumn).Average(i => Square(output[i] - mean)));
    }

    private double MeanSquare(ShiftPool pool, int shift, double move)
    {
        float[] first = Output(pool, 0);
        float[] moved = Output(pool, shift);
        int whole = (int)move;
        bool half = move != whole;
        double there = Places(FirstMoved)
            .Average(i => Square(moved[i] - (half ? HalfWay(first, i - whole) : first[i - whole])));
        double back = Places(FirstUnmoved)
            .Average(i => Square(first[i] - (half ? HalfWay(moved, i + whole + 1) : moved[i + whole])));
        return (there + back) / 2;
    }

    private static double Square(double value) => value * value;

    // Between a number and the one before it, by the cubic through four neighbours.
    private static double HalfWay(float[] row, int i) => ((9.0 * (row[i - 1] + row[i])) - (row[i - 2] + row[i + 1])) / 16;

    private static IEnumerable<int> Places(int firstColumn)
    {
        for (int row = 0; row < OutputSide; row++)
        {
            for (int column = firstColumn; column < firstColumn + Columns; column++)
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
