namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>The top left corner of a radiograph, and the maps that one 2×2 pooling after another makes of it.</summary>
public sealed class PooledMaps
{
    private readonly List<float[]> _maps;
    private readonly List<int> _sides;
    private StripPool? _next;

    /// <summary>Starts with the corner itself.</summary>
    /// <param name="shot">The radiograph, finished.</param>
    /// <param name="side">Rows and columns of the corner.</param>
    /// <param name="kind">How it is pooled.</param>
    public PooledMaps(Shot shot, int side, PoolKind kind)
    {
        Shot = shot;
        Kind = kind;
        float[] corner = new float[side * side];
        for (int row = 0; row < side; row++)
        {
            shot.Pixels.AsSpan(row * PoolingState.RadiographSide, side).CopyTo(corner.AsSpan(row * side));
        }

        _maps = [corner];
        _sides = [side];
    }

    /// <summary>The radiograph.</summary>
    public Shot Shot { get; }

    /// <summary>The corner, then each map, [side, side].</summary>
    public IReadOnlyList<float[]> Maps => _maps;

    /// <summary>Their rows and columns.</summary>
    public IReadOnlyList<int> Sides => _sides;

    /// <summary>How it was pooled.</summary>
    public PoolKind Kind { get; }

    /// <summary>Whether all maps are there.</summary>
    public bool IsComplete => _maps.Count > Halving.Most;

    /// <summary>Pools one more strip.</summary>
    public void Advance()
    {
        _next ??= new StripPool(Kind, Halving.Window, _maps[^1], _sides[^1]);
        _next.Advance();
        if (_next.IsComplete)
        {
            _maps.Add(_next.Output);
            _sides.Add(_next.Side);
            _next = null;
        }
    }

    /// <summary>Where in the radiograph the largest number came from that a number of a max-pooled map is.</summary>
    public (int Row, int Column) OriginOf(int map, int row, int column)
    {
        Networks.Specs.MaxPoolingSpec pool = new(Halving.Window);
        Networks.Shape window = new(1, Halving.Window, Halving.Window);
        float[] seen = new float[window.Length];
        int[] winner = new int[1];
        for (int at = map - 1; at >= 0; at--)
        {
            for (int i = 0; i < seen.Length; i++)
            {
                seen[i] = _maps[at][(((2 * row) + (i / 2)) * _sides[at]) + (2 * column) + (i % 2)];
            }

            pool.Winners(window, seen, winner);
            (row, column) = ((2 * row) + (winner[0] / 2), (2 * column) + (winner[0] % 2));
        }

        return (row, column);
    }
}
