using PhantomNet.Phantoms.Anatomy.Solids;
using PhantomNet.Phantoms.Attenuation;
using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.Anatomy.Parts;

/// <summary>
/// The vessels of a lung, from the hilum outwards: a tree over points drawn in the lung, which divides them in two again and again. A piece that
/// feeds n of them is as thick as the cube root of n says (Murray's law, docs/sources.md#murray).
/// </summary>
internal sealed class VesselTree
{
    private const int Ends = 48;
    private const int FirstStream = 110;
    private const double EndRadiusCm = 0.14;

    private readonly Sketch _sketch;
    private readonly Vector[] _ends = new Vector[Ends];
    private readonly double[] _order = new double[Ends];

    private VesselTree(PatientSettings patient, LungShape lung, Sketch sketch)
    {
        _sketch = sketch;
        SeededRandom random = new(patient.Seed, FirstStream + lung.Side);
        for (int i = 0; i < Ends; i++)
        {
            double y = random.NextDouble(lung.Base + 3.5, lung.Apex - 2);
            _ends[i] = lung.At(y, random.NextDouble(0, 360), 0.92 * Math.Sqrt(random.NextDouble()));
        }
    }

    public static void Add(PatientSettings patient, LungShape lung, Sketch sketch)
    {
        VesselTree tree = new(patient, lung, sketch);
        Vector hilum = new(lung.Side * (lung.Side < 0 ? 3.9 : 4.3), lung.Side < 0 ? -0.6 : 0.6, -1.2);
        tree.Grow(hilum, tree._ends);
    }

    private void Grow(Vector from, Span<Vector> ends)
    {
        Vector middle = default;
        foreach (Vector end in ends)
        {
            middle += end;
        }

        middle *= 1.0 / ends.Length;
        double reach =
            ends.Length == 1 ? 1
            : ends.Length > 20 ? 0.35
            : 0.5;
        Vector to = from + ((middle - from) * reach);
        if ((to - from).Length > 0.05)
        {
            double radius = EndRadiusCm * Math.Cbrt(ends.Length);
            AddPiece(from, to, radius);
        }

        if (ends.Length > 1)
        {
            int half = Divide(ends);
            Grow(to, ends[..half]);
            Grow(to, ends[half..]);
        }
    }

    // In the middle of the direction in which they spread most.
    private int Divide(Span<Vector> ends)
    {
        Vector low = ends[0];
        Vector high = ends[0];
        foreach (Vector end in ends)
        {
            low = new(Math.Min(low.X, end.X), Math.Min(low.Y, end.Y), Math.Min(low.Z, end.Z));
            high = new(Math.Max(high.X, end.X), Math.Max(high.Y, end.Y), Math.Max(high.Z, end.Z));
        }

        Vector spread = high - low;
        Span<double> keys = _order.AsSpan(0, ends.Length);
        for (int i = 0; i < ends.Length; i++)
        {
            keys[i] =
                spread.Y >= spread.X && spread.Y >= spread.Z ? ends[i].Y
                : spread.X >= spread.Z ? ends[i].X
                : ends[i].Z;
        }

        keys.Sort(ends);
        return ends.Length / 2;
    }

    private void AddPiece(Vector from, Vector to, double radius)
    {
        Vector start = _sketch.Posed(from);
        Vector end = _sketch.Posed(to);
        Solid tube = Solid.Tube(Structure.Vessels, Material.SoftTissue, Tissue.SoftDensity, start, end, _sketch.Scale * radius);
        _sketch.Solids.Add(tube);
    }
}
