using PhantomNet.Phantoms.Anatomy.Solids;

namespace PhantomNet.Phantoms.Projection;

/// <summary>
/// A solid as the rays of one source see it. A ray runs from the source S along d = (u, v, D) to the detector, at S + t d for t from 0 to 1;
/// u and v are the detector's coordinates and D its distance, all in cm. It meets a quadric where A t² + 2 B t + C ≤ 0 with
/// A = dᵀ M d, B = dᵀ M (S − c), C = (S − c)ᵀ M (S − c) − 1. Along a row of the detector v is fixed, so A is quadratic and B linear in u: a few
/// multiplications a ray.
/// </summary>
internal sealed class SolidShadow
{
    private readonly double _distance;
    private readonly Coefficients[] _quadrics;
    private readonly (double Across, double Up, double Through, double Room)[] _cuts;
    private double _v;

    public SolidShadow(Solid solid, ProjectionGeometry geometry)
    {
        Vector source = geometry.Source;
        _distance = geometry.SourceToDetectorCm;
        Solid = solid;
        _quadrics = new Coefficients[solid.Quadrics.Length];
        for (int i = 0; i < _quadrics.Length; i++)
        {
            _quadrics[i] = new Coefficients(solid.Quadrics[i], source, _distance);
        }

        _cuts = new (double, double, double, double)[solid.Cuts.Length];
        for (int i = 0; i < _cuts.Length; i++)
        {
            HalfSpace cut = solid.Cuts[i];
            _cuts[i] = (cut.Normal.X, cut.Normal.Y, cut.Normal.Z, cut.Offset - cut.Normal.Dot(source));
        }

        (Left, Bottom, Right, Top) = Frame(solid.Bounds, geometry);
    }

    public Solid Solid { get; }

    /// <summary>The least u of any ray that can meet it, in cm; likewise the three that follow.</summary>
    public double Left { get; }

    public double Right { get; }

    /// <summary>The least v.</summary>
    public double Bottom { get; }

    public double Top { get; }

    /// <summary>Goes to the row of rays at height <paramref name="v"/>.</summary>
    /// <returns>The u between which rays can meet it; none where the first is the larger.</returns>
    public (double From, double To) MoveTo(double v)
    {
        _v = v;
        double from = Left;
        double to = Right;
        foreach (Coefficients quadric in _quadrics)
        {
            quadric.MoveTo(v, ref from, ref to);
        }

        return (from, to);
    }

    /// <summary>
    /// Which stretches of the rays of the present row lie in the solid, as t; empty where near ≥ far. The rays are at
    /// u = <paramref name="u0"/> + i × <paramref name="pitch"/>.
    /// </summary>
    public void Meet(double u0, double pitch, Span<double> near, Span<double> far)
    {
        _quadrics[0].Meet(u0, pitch, near, far, isFirst: true);
        for (int i = 1; i < _quadrics.Length; i++)
        {
            _quadrics[i].Meet(u0, pitch, near, far, isFirst: false);
        }

        for (int i = 0; i < _cuts.Length; i++)
        {
            (double across, double up, double through, double room) = _cuts[i];
            Cut(across, (up * _v) + (through * _distance), room, u0, pitch, near, far);
        }
    }

    // n·(S + t d) ≤ h, with n·d linear in u.
    private static void Cut(double n1, double n0, double room, double u0, double pitch, Span<double> near, Span<double> far)
    {
        for (int i = 0; i < near.Length; i++)
        {
            double slope = n0 + (n1 * (u0 + (i * pitch)));
            double t = room / slope;
            if (slope > 0)
            {
                far[i] = t < far[i] ? t : far[i];
            }
            else if (slope < 0)
            {
                near[i] = t > near[i] ? t : near[i];
            }
            else if (room < 0)
            {
                far[i] = 0;
            }
        }
    }

    // Near the source things are larger on the detector: the extremes are those of the box's two faces.
    private static (double Left, double Bottom, double Right, double Top) Frame(Box box, ProjectionGeometry geometry)
    {
        double behind = geometry.Magnification(box.Low.Z);
        double before = geometry.Magnification(box.High.Z);
        double bottom = box.Low.Y - geometry.CentreYCm;
        double top = box.High.Y - geometry.CentreYCm;
        return (
            Math.Min(box.Low.X * behind, box.Low.X * before),
            Math.Min(bottom * behind, bottom * before),
            Math.Max(box.High.X * behind, box.High.X * before),
            Math.Max(top * behind, top * before)
        );
    }

    /// <summary>One quadric: A = A2 u² + A1 u + A0 and B = B1 u + B0 along a row, and C.</summary>
    private sealed class Coefficients
    {
        private readonly double _a2;
        private readonly double _a1V;
        private readonly double _a1;
        private readonly double _a0Vv;
        private readonly double _a0V;
        private readonly double _a0;
        private readonly double _b1;
        private readonly double _b0V;
        private readonly double _b0;
        private readonly double _c;
        private double _rowA1;
        private double _rowA0;
        private double _rowB0;

        public Coefficients(Quadric quadric, Vector source, double distance)
        {
            Vector from = source - quadric.Centre;
            Vector times = quadric.Times(from);
            _a2 = quadric.Xx;
            _a1V = 2 * quadric.Xy;
            _a1 = 2 * quadric.Xz * distance;
            _a0Vv = quadric.Yy;
            _a0V = 2 * quadric.Yz * distance;
            _a0 = quadric.Zz * distance * distance;
            _b1 = times.X;
            _b0V = times.Y;
            _b0 = times.Z * distance;
            _c = from.Dot(times) - 1;
        }

        public void MoveTo(double v, ref double from, ref double to)
        {
            _rowA1 = _a1 + (_a1V * v);
            _rowA0 = _a0 + (v * (_a0V + (v * _a0Vv)));
            _rowB0 = _b0 + (_b0V * v);

            // Rays meet it where B² − A C = a u² + 2 b u + c is positive.
            double a = (_b1 * _b1) - (_c * _a2);
            double b = (_b1 * _rowB0) - (_c * _rowA1 / 2);
            double c = (_rowB0 * _rowB0) - (_c * _rowA0);
            if (a >= 0)
            {
                // The row runs along an endless cylinder, or the source is in the solid: every ray is asked.
                return;
            }

            double inside = (b * b) - (a * c);
            if (inside <= 0)
            {
                to = double.NegativeInfinity;
                return;
            }

            double root = Math.Sqrt(inside);
            from = Math.Max(from, (root - b) / a);
            to = Math.Min(to, (-b - root) / a);
        }

        /// <summary>Writes the stretches of the first quadric, cuts those so far to a further one.</summary>
        public void Meet(double u0, double pitch, Span<double> near, Span<double> far, bool isFirst)
        {
            double a2 = _a2;
            double a1 = _rowA1;
            double a0 = _rowA0;
            double b1 = _b1;
            double b0 = _rowB0;
            double c = _c;
            for (int i = 0; i < near.Length; i++)
            {
                double u = u0 + (i * pitch);
                double a = (((a2 * u) + a1) * u) + a0;
                double b = (b1 * u) + b0;
                double inside = (b * b) - (a * c);
                double root = inside > 0 ? Math.Sqrt(inside) : 0;
                double perA = 1 / a;
                double first = (-b - root) * perA;
                double last = (root - b) * perA;
                near[i] = isFirst || first > near[i] ? first : near[i];
                far[i] = isFirst || last < far[i] ? last : far[i];
            }
        }
    }
}
