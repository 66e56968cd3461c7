using System.Runtime.CompilerServices;
using PhantomNet.Phantoms.Anatomy.Solids;

namespace PhantomNet.Phantoms.Projection;

/// <summary>
/// Solids as the rays of one source see them, a row of rays at a time. Most solids are small and are met by a few rays of a row, so each
/// stage is one loop over all solids of the row: to an interpreter a call costs as much as several rays.
/// </summary>
internal sealed class SolidShadows
{
    private readonly int _rays;
    private readonly double _pitch;
    private readonly double _half;
    private readonly double _distance;
    private readonly Vector _source;
    private readonly Shadow[] _shadows;
    private readonly QuadricShadow[] _quadrics;
    private readonly Slab[] _slabs; // low and high from the source on
    private readonly int[] _rowStarts; // [rays + 1], where a row's solids start in the next
    private readonly int[] _inRow;
    private readonly RayRun[] _runs;
    private int _runCount;
    private double[] _near = new double[256];
    private double[] _far = new double[256];
    private double _v;

    /// <summary>Starts at no row.</summary>
    /// <param name="solids">The solids, in their order.</param>
    /// <param name="geometry">Source and detector.</param>
    /// <param name="rays">Rays along a side of the detector.</param>
    public SolidShadows(IReadOnlyList<Solid> solids, ProjectionGeometry geometry, int rays)
    {
        _rays = rays;
        _pitch = geometry.FieldCm / rays;
        _half = geometry.FieldCm / 2;
        _distance = geometry.SourceToDetectorCm;
        _source = geometry.Source;
        _shadows = new Shadow[solids.Count + 1];
        int quadrics = 0;
        int slabs = 0;
        for (int i = 0; i < solids.Count; i++)
        {
            (double left, double right, int firstRow, int lastRow) = Frame(solids[i].Bounds, geometry);
            _shadows[i] = new Shadow(left, right, firstRow, lastRow, quadrics, slabs);
            quadrics += solids[i].Quadrics.Length;
            slabs += solids[i].Cuts.Length;
        }

        _shadows[solids.Count] = new Shadow(0, 0, 0, -1, quadrics, slabs);
        _quadrics = new QuadricShadow[quadrics];
        _slabs = new Slab[slabs];
        for (int i = 0; i < solids.Count; i++)
        {
            Place(solids[i], _shadows[i]);
        }

        (_rowStarts, _inRow) = ByRow();
        _runs = new RayRun[solids.Count];
    }

    /// <summary>The rays of the present row that meet something, in the order of the solids.</summary>
    public ReadOnlySpan<RayRun> Runs => _runs.AsSpan(0, _runCount);

    /// <summary>Of each run's rays, t where the solid begins.</summary>
    public ReadOnlySpan<double> Near => _near;

    /// <summary>And where it ends; before it begins where the ray misses it.</summary>
    public ReadOnlySpan<double> Far => _far;

    /// <summary>Follows the rays of one row, from the top of the detector.</summary>
    public void MoveTo(int rayRow)
    {
        _v = _half - ((rayRow + 0.5) * _pitch);
        FindRuns(rayRow);
        MeetQuadrics();
        if (_slabs.Length > 0)
        {
            MeetSlabs();
        }
    }

    private void Place(Solid solid, Shadow shadow)
    {
        int quadric = shadow.FirstQuadric;
        foreach (ref readonly Quadric given in solid.Quadrics.AsSpan())
        {
            _quadrics[quadric++] = new QuadricShadow(in given, _source, _distance);
        }

        int slab = shadow.FirstSlab;
        foreach (ref readonly Slab given in solid.Cuts.AsSpan())
        {
            double source = given.Normal.Dot(_source);
            _slabs[slab++] = new Slab(given.Normal, given.Low - source, given.High - source);
        }
    }

    // Near the source things are larger on the detector: the extremes are those of the box's two faces.
    private (double Left, double Right, int FirstRow, int LastRow) Frame(Box box, ProjectionGeometry geometry)
    {
        double large = geometry.Magnification(box.Low.Z);
        double small = geometry.Magnification(box.High.Z);
        double bottom = box.Low.Y - geometry.CentreYCm;
        double top = box.High.Y - geometry.CentreYCm;
        bottom *= bottom < 0 ? large : small;
        top *= top < 0 ? small : large;
        return (
            box.Low.X * (box.Low.X < 0 ? large : small),
            box.High.X * (box.High.X < 0 ? small : large),
            FirstRay(_half - top),
            LastRay(_half - bottom)
        );
    }

    // Ray n is at (n + 1/2) pitches from the edge.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FirstRay(double fromEdge)
    {
        int ray = (int)Math.Ceiling((fromEdge / _pitch) - 0.5);
        return ray < 0 ? 0 : ray;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int LastRay(double fromEdge)
    {
        int ray = (int)Math.Floor((fromEdge / _pitch) - 0.5);
        return ray < _rays ? ray : _rays - 1;
    }

    // Which solids each row of rays can meet, in their order: most are small.
    private (int[] Starts, int[] InRow) ByRow()
    {
        int[] starts = new int[_rays + 1];
        foreach (ref readonly Shadow shadow in _shadows.AsSpan())
        {
            for (int row = shadow.FirstRow; row <= shadow.LastRow; row++)
            {
                starts[row + 1]++;
            }
        }

        for (int row = 0; row < _rays; row++)
        {
            starts[row + 1] += starts[row];
        }

        int[] inRow = new int[starts[_rays]];
        int[] next = starts[.._rays];
        for (int i = 0; i < _shadows.Length; i++)
        {
            for (int row = _shadows[i].FirstRow; row <= _shadows[i].LastRow; row++)
            {
                inRow[next[row]++] = i;
            }
        }

        return (starts, inRow);
    }

    private void FindRuns(int rayRow)
    {
        _runCount = 0;
        int end = 0;
        for (int i = _rowStarts[rayRow]; i < _rowStarts[rayRow + 1]; i++)
        {
            int solid = _inRow[i];
            double from = _shadows[solid].Left;
            double to = _shadows[solid].Right;
            int last = _shadows[solid + 1].FirstQuadric;
            for (int quadric = _shadows[solid].FirstQuadric; quadric < last; quadric++)
            {
                _quadrics[quadric].MoveTo(_v, ref from, ref to);
            }

            int firstRay = FirstRay(from + _half);
            int lastRay = LastRay(to + _half);
            if (firstRay <= lastRay)
            {
                int start = end;
                end += lastRay - firstRay + 1;
                _runs[_runCount++] = new RayRun(solid, firstRay, start, end);
            }
        }

        if (end > _near.Length)
        {
            _near = new double[2 * end];
            _far = new double[2 * end];
        }
    }

    private void MeetQuadrics()
    {
        double[] near = _near;
        double[] far = _far;
        foreach (ref readonly RayRun run in Runs)
        {
            int first = _shadows[run.Solid].FirstQuadric;
            int last = _shadows[run.Solid + 1].FirstQuadric;
            double u = ((run.FirstRay + 0.5) * _pitch) - _half;
            for (int quadric = first; quadric < last; quadric++)
            {
                ref readonly QuadricShadow shadow = ref _quadrics[quadric];
                (double a2, double a1, double a0) = (shadow.A2, shadow.A1, shadow.A0);
                (double b1, double b0, double c) = (shadow.B1, shadow.B0, shadow.C);
                bool isFirst = quadric == first;
                for (int i = run.Start; i < run.End; i++)
                {
                    double at = u + ((i - run.Start) * _pitch);
                    double a = (((a2 * at) + a1) * at) + a0;
                    double b = (b1 * at) + b0;
                    double inside = (b * b) - (a * c);
                    double root = inside > 0 ? Math.Sqrt(inside) : 0;
                    double perA = 1 / a;
                    double enters = (-b - root) * perA;
                    double leaves = (root - b) * perA;
                    near[i] = isFirst || enters > near[i] ? enters : near[i];
                    far[i] = isFirst || leaves < far[i] ? leaves : far[i];
                }
            }
        }
    }

    // low ≤ n·(S + t d) ≤ high, with n·d linear in u.
    private void MeetSlabs()
    {
        double[] near = _near;
        double[] far = _far;
        foreach (ref readonly RayRun run in Runs)
        {
            int last = _shadows[run.Solid + 1].FirstSlab;
            double u = ((run.FirstRay + 0.5) * _pitch) - _half;
            for (int index = _shadows[run.Solid].FirstSlab; index < last; index++)
            {
                ref readonly Slab slab = ref _slabs[index];
                double across = slab.Normal.X;
                double straight = (slab.Normal.Y * _v) + (slab.Normal.Z * _distance);
                (double low, double high) = (slab.Low, slab.High);
                for (int i = run.Start; i < run.End; i++)
                {
                    double slope = straight + (across * (u + ((i - run.Start) * _pitch)));
                    if (slope == 0)
                    {
                        // Along the planes: the ray is between them all the way, or never.
                        far[i] = low <= 0 && high >= 0 ? far[i] : near[i];
                        continue;
                    }

                    double perSlope = 1 / slope;
                    double enters = (slope > 0 ? low : high) * perSlope;
                    double leaves = (slope > 0 ? high : low) * perSlope;
                    near[i] = enters > near[i] ? enters : near[i];
                    far[i] = leaves < far[i] ? leaves : far[i];
                }
            }
        }
    }

    /// <summary>Where a solid can be met, and where its quadrics and slabs start; they end where the next one's start.</summary>
    private readonly record struct Shadow(
        double Left,
        double Right,
        int FirstRow,
        int LastRow,
        int FirstQuadric,
        int FirstSlab
    );
}
