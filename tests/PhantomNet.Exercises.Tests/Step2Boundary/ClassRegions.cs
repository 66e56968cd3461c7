using PhantomNet.Networks;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

/// <summary>The connected regions of each class on a grid that is wider than the points.</summary>
internal sealed class ClassRegions
{
    private const int Side = 121;

    // A region thinner than a cell falls into crumbs; an enclosed one that is really there has more cells than this.
    private const int Crumb = 12;

    private readonly bool[] _pneumonia = new bool[Side * Side];
    private readonly bool[] _seen = new bool[Side * Side];

    public ClassRegions(Network network, double halfWidth)
    {
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < Side; column++)
            {
                float x1 = (float)(((2.0 * column / (Side - 1)) - 1) * halfWidth);
                float x2 = (float)(((2.0 * row / (Side - 1)) - 1) * halfWidth);
                _pneumonia[(row * Side) + column] = network.Forward([x1, x2], 1)[0] > 0;
            }
        }

        Enclosed = Enumerable.Range(0, _seen.Length).Count(IsEnclosedFrom);
    }

    /// <summary>Regions of either class that don't reach the edge.</summary>
    public int Enclosed { get; }

    private bool IsEnclosedFrom(int start)
    {
        if (_seen[start])
        {
            return false;
        }

        Stack<int> open = new([start]);
        _seen[start] = true;
        int size = 0;
        bool reachesEdge = false;
        while (open.TryPop(out int cell))
        {
            size++;
            (int row, int column) = Math.DivRem(cell, Side);
            reachesEdge |= row is 0 or Side - 1 || column is 0 or Side - 1;
            for (int y = Math.Max(row - 1, 0); y <= Math.Min(row + 1, Side - 1); y++)
            {
                for (int x = Math.Max(column - 1, 0); x <= Math.Min(column + 1, Side - 1); x++)
                {
                    int next = (y * Side) + x;
                    if (!_seen[next] && _pneumonia[next] == _pneumonia[start])
                    {
                        _seen[next] = true;
                        open.Push(next);
                    }
                }
            }
        }

        return !reachesEdge && size > Crumb;
    }
}
