namespace PhantomNet.Phantoms.Projection;

/// <summary>
/// For each ray of a row, the stretches that already belong to a solid. A solid that comes later gets only what is left: that is how
/// one solid replaces another, and how overlapping ones of a kind count once.
/// </summary>
internal sealed class RayClaims(int rays)
{
    // Stretches of one ray never overlap, so few are held at a time. There is always room for one more: where a ray's is used up, all get
    // twice as much.
    private int _room = 16;
    private double[] _near = new double[rays * 16];
    private double[] _far = new double[rays * 16];
    private readonly int[] _counts = new int[rays];

    /// <summary>Every ray is free again.</summary>
    public void Clear() => Array.Clear(_counts);

    /// <summary>
    /// Takes for each ray of each run, in their order, the stretch from near to far, none where near ≥ far, and writes into
    /// <paramref name="free"/> how much of it was free.
    /// </summary>
    public void Take(ReadOnlySpan<RayRun> runs, ReadOnlySpan<double> near, ReadOnlySpan<double> far, Span<double> free)
    {
        double[] nears = _near;
        double[] fars = _far;
        int[] counts = _counts;
        int room = _room;
        foreach (ref readonly RayRun run in runs)
        {
            for (int i = run.Start; i < run.End; i++)
            {
                double from = near[i];
                double to = far[i];
                if (!(from < to))
                {
                    free[i] = 0;
                    continue;
                }

                int ray = run.FirstRay + i - run.Start;
                int start = ray * room;
                int count = counts[ray];
                double left = to - from;

                // Those that it touches are joined with it into one, which is then the last.
                double joinedFrom = from;
                double joinedTo = to;
                for (int other = start + count - 1; other >= start; other--)
                {
                    double otherNear = nears[other];
                    double otherFar = fars[other];
                    if (otherNear <= to && otherFar >= from)
                    {
                        left -= (otherFar < to ? otherFar : to) - (otherNear > from ? otherNear : from);
                        joinedFrom = otherNear < joinedFrom ? otherNear : joinedFrom;
                        joinedTo = otherFar > joinedTo ? otherFar : joinedTo;
                        count--;
                        nears[other] = nears[start + count];
                        fars[other] = fars[start + count];
                    }
                }

                free[i] = left;
                nears[start + count] = joinedFrom;
                fars[start + count] = joinedTo;
                counts[ray] = ++count;
                if (count == room)
                {
                    Grow();
                    (nears, fars, room) = (_near, _far, _room);
                }
            }
        }
    }

    private void Grow()
    {
        int room = _room * 2;
        double[] near = new double[rays * room];
        double[] far = new double[rays * room];
        for (int ray = 0; ray < rays; ray++)
        {
            _near.AsSpan(ray * _room, _counts[ray]).CopyTo(near.AsSpan(ray * room));
            _far.AsSpan(ray * _room, _counts[ray]).CopyTo(far.AsSpan(ray * room));
        }

        (_room, _near, _far) = (room, near, far);
    }
}
