using System.Runtime.CompilerServices;
using PhantomNet.Phantoms.Anatomy.Solids;

namespace PhantomNet.Phantoms.Projection;

/// <summary>
/// A quadric as the rays of one source see it. A ray runs from the source S along d = (u, v, D) to the detector, at S + t d for t from 0 to
/// 1; u and v are the detector's coordinates and D its distance, all in cm. It meets the quadric where A t² + 2 B t + C ≤ 0 with
/// A = dᵀ M d, B = dᵀ M (S − c), C = (S − c)ᵀ M (S − c) − 1. Along a row of the detector v is fixed, so A = A2 u² + A1 u + A0 and
/// B = B1 u + B0: a few multiplications a ray. Fields, so that loops over many read them fast.
/// </summary>
internal struct QuadricShadow
{
    public double A2;
    public double A1;
    public double A0;
    public double B1;
    public double B0;
    public double C;
    private readonly double _a1V;
    private readonly double _a1;
    private readonly double _a0Vv;
    private readonly double _a0V;
    private readonly double _a0;
    private readonly double _b0V;
    private readonly double _b0;

    public QuadricShadow(in Quadric quadric, Vector source, double distance)
    {
        Vector from = source - quadric.Centre;
        Vector times = quadric.Times(from);
        A2 = quadric.Xx;
        _a1V = 2 * quadric.Xy;
        _a1 = 2 * quadric.Xz * distance;
        _a0Vv = quadric.Yy;
        _a0V = 2 * quadric.Yz * distance;
        _a0 = quadric.Zz * distance * distance;
        B1 = times.X;
        _b0V = times.Y;
        _b0 = times.Z * distance;
        C = from.Dot(times) - 1;
    }

    /// <summary>Goes to the row of rays at height <paramref name="v"/>, and narrows the u between which rays can meet it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MoveTo(double v, ref double from, ref double to)
    {
        A1 = _a1 + (_a1V * v);
        A0 = _a0 + (v * (_a0V + (v * _a0Vv)));
        B0 = _b0 + (_b0V * v);

        // Rays meet it where B² − A C = a u² + 2 b u + c is positive.
        double a = (B1 * B1) - (C * A2);
        if (a >= 0)
        {
            // The row runs along an endless cylinder, or the source is in the solid: every ray is asked.
            return;
        }

        double b = (B1 * B0) - (C * A1 / 2);
        double inside = (b * b) - (a * ((B0 * B0) - (C * A0)));
        double root = inside > 0 ? Math.Sqrt(inside) : double.NaN;
        double first = (root - b) / a;
        double last = (-b - root) / a;

        // Without a root there is no ray: nothing is at most NaN.
        from = first > from ? first : from;
        to =
            last < to ? last
            : root >= 0 ? to
            : double.NegativeInfinity;
    }
}
