namespace PhantomNet.Phantoms.Projection;

/// <summary>
/// For each ray of a row, the stretches that already belong to a solid. A solid that comes later gets only what is left: that is how
/// one solid replaces another, and how overlapping ones of a kind count once.
/// </summary>
internal sealed class RayClaims(int rays)
{
    // Stretches of one ray never overlap, so few are held at a time; where they don't suffice, all rays get more room.
    private int _room = 16;
    private double[] _near = new double[rays * 16];
    private double[] _far = new double[rays * 16];
    private readonly int[] _counts = new int[rays];

    /// <summary>Every ray is free again.</summary>
    public void Clear() => Array.Clear(_counts);

    /// <summary>Takes the stretch from <paramref name="near"/> to <paramref name="far"/>, and says how much of it was free.</summary>
    public double Take(int ray, double near, double far)
    {
        double free = far - near;
        int start = ray * _room;
        int count = _counts[ray];
        if (count == 0)
        {
            _near[start] = near;
            _far[start] = far;
            _counts[ray] = 1;
            return free;
        }

        double[] nears = _near;
        double[] fars = _far;

        // Those that it touches are joined with it into one, which is then the last.
        double from = near;
        double to = far;
        for (int i = start + count - 1; i >= start; i--)
        {
            double otherNear = nears[i];
            double otherFar = fars[i];
            if (otherNear <= far && otherFar >= near)
            {
                free -= (otherFar < far ? otherFar : far) - (otherNear > near ? otherNear : near);
                from = otherNear < from ? otherNear : from;
                to = otherFar > to ? otherFar : to;
                count--;
                nears[i] = nears[start + count];
                fars[i] = fars[start + count];
            }
        }

        if (count == _room)
        {
            Grow();
            start = ray * _room;
        }

        _near[start + count] = from;
        _far[start + count] = to;
        _counts[ray] = count + 1;
        return free;
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
