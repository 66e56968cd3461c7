using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Anatomy.Solids;
using PhantomNet.Phantoms.Attenuation;

namespace PhantomNet.Phantoms.Projection;

/// <summary>
/// Sends rays from the source through the solids to the detector and adds up what they meet: exact chords, no sampling along the ray. It works a
/// row of pixels at a time, so that a page stays alive meanwhile.
/// </summary>
public sealed class Projector
{
    /// <summary>Smallest and largest image, in pixels along a side.</summary>
    public const int MinSize = 16;

    /// <inheritdoc cref="MinSize"/>
    public const int MaxSize = 512;

    private readonly ProjectionGeometry _geometry;
    private readonly SolidShadow[] _shadows;
    private readonly int[] _rowStarts; // [rays + 1], where a row's solids start in the next
    private readonly int[] _inRow;
    private readonly RayClaims _claims;
    private readonly float[]?[] _maps = new float[]?[Enum.GetValues<Structure>().Length];
    private readonly double _pitch;
    private readonly double[] _near;
    private readonly double[] _far;
    private readonly double[] _lengthsCm;
    private int _nextRow;

    /// <summary>Starts before the first row.</summary>
    /// <param name="solids">Those that replace others first.</param>
    /// <param name="geometry">Source and detector.</param>
    /// <param name="size">Pixels along a side, 16 to 512.</param>
    /// <param name="supersampling">Rays along a side of a pixel, 1 to 8.</param>
    /// <param name="maps">The structures whose thickness is wanted for each pixel.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size, the supersampling or the geometry can't be computed with.</exception>
    public Projector(
        IReadOnlyList<Solid> solids,
        ProjectionGeometry geometry,
        int size,
        int supersampling = DefaultSupersampling,
        params ReadOnlySpan<Structure> maps
    )
    {
        geometry.Validate();
        if (size is < MinSize or > MaxSize)
        {
            throw new ArgumentOutOfRangeException(
                nameof(size),
                size,
                $"An image of {size} × {size} pixels was asked for; give a size from {MinSize} to {MaxSize}."
            );
        }

        if (supersampling is < 1 or > 8)
        {
            throw new ArgumentOutOfRangeException(
                nameof(supersampling),
                supersampling,
                $"{supersampling} rays along a side of a pixel were asked for; give 1 to 8."
            );
        }

        _geometry = geometry;
        Thickness = new MassThickness(size, supersampling);
        int rays = Thickness.RaysPerRow;
        _claims = new RayClaims(rays);
        _pitch = geometry.FieldCm / rays;
        _near = new double[rays];
        _far = new double[rays];
        _lengthsCm = new double[rays];
        _shadows = new SolidShadow[solids.Count];
        int index = 0;
        foreach (Solid solid in solids)
        {
            _shadows[index++] = new SolidShadow(solid, geometry);
        }

        (_rowStarts, _inRow) = ByRow(rays);
        foreach (Structure structure in maps)
        {
            _maps[(int)structure] = new float[size * size];
        }
    }

    /// <summary>What the rays of the rows done so far have met.</summary>
    public MassThickness Thickness { get; }

    /// <summary>Whether every row is done.</summary>
    public bool IsComplete => _nextRow == Thickness.Size;

    /// <summary>How many rows are done.</summary>
    public int RowsDone => _nextRow;

    /// <summary>2 × 2 rays a pixel.</summary>
    public const int DefaultSupersampling = 2;

    /// <summary>Computes up to so many rows of pixels.</summary>
    /// <returns>How many it did; 0 when every row is done.</returns>
    public int Advance(int rows)
    {
        int last = Math.Min(_nextRow + rows, Thickness.Size);
        int done = last - _nextRow;
        int firstRay = _nextRow * Thickness.Supersampling;
        int lastRay = last * Thickness.Supersampling;
        for (int rayRow = firstRay; rayRow < lastRay; rayRow++)
        {
            Cast(rayRow);
        }

        _nextRow = last;
        return done;
    }

    /// <summary>Thickness of a structure along the middle of each pixel's rays, their mean in cm: [Size, Size].</summary>
    /// <exception cref="ArgumentException">It wasn't asked for.</exception>
    public ReadOnlyMemory<float> Map(Structure structure) =>
        _maps[(int)structure]
        ?? throw new ArgumentException($"No map of {structure} was asked for. Name it when the projector is made.");

    // Which solids each row of rays can meet, in their order: most are small.
    private (int[] Starts, int[] InRow) ByRow(int rays)
    {
        int[] first = new int[_shadows.Length];
        int[] last = new int[_shadows.Length];
        int[] starts = new int[rays + 1];
        double half = _geometry.FieldCm / 2;
        for (int i = 0; i < _shadows.Length; i++)
        {
            first[i] = (int)Math.Max(0, Math.Ceiling(((half - _shadows[i].Top) / _pitch) - 0.5));
            last[i] = (int)Math.Min(rays - 1, Math.Floor(((half - _shadows[i].Bottom) / _pitch) - 0.5));
            for (int row = first[i]; row <= last[i]; row++)
            {
                starts[row + 1]++;
            }
        }

        for (int row = 0; row < rays; row++)
        {
            starts[row + 1] += starts[row];
        }

        int[] inRow = new int[starts[rays]];
        int[] next = starts[..rays];
        for (int i = 0; i < _shadows.Length; i++)
        {
            for (int row = first[i]; row <= last[i]; row++)
            {
                inRow[next[row]++] = i;
            }
        }

        return (starts, inRow);
    }

    private void Cast(int rayRow)
    {
        int rays = Thickness.RaysPerRow;
        double half = _geometry.FieldCm / 2;
        double v = half - ((rayRow + 0.5) * _pitch);
        double across = (v * v) + (_geometry.SourceToDetectorCm * _geometry.SourceToDetectorCm);
        for (int ray = 0; ray < rays; ray++)
        {
            double u = ((ray + 0.5) * _pitch) - half;
            _lengthsCm[ray] = Math.Sqrt(across + (u * u));
        }

        _claims.Clear();
        for (int i = _rowStarts[rayRow]; i < _rowStarts[rayRow + 1]; i++)
        {
            SolidShadow shadow = _shadows[_inRow[i]];
            (double from, double to) = shadow.MoveTo(v);
            int first = (int)Math.Max(0, Math.Ceiling(((from + half) / _pitch) - 0.5));
            int last = (int)Math.Min(rays - 1, Math.Floor(((to + half) / _pitch) - 0.5));
            if (first <= last)
            {
                Cast(shadow, rayRow, first, last);
            }
        }
    }

    private void Cast(SolidShadow shadow, int rayRow, int first, int last)
    {
        int supersampling = Thickness.Supersampling;
        int count = last - first + 1;
        double[] near = _near;
        double[] far = _far;
        shadow.Meet(((first + 0.5) * _pitch) - (_geometry.FieldCm / 2), _pitch, near.AsSpan(0, count), far.AsSpan(0, count));
        Solid solid = shadow.Solid;
        float density = (float)solid.DensityGPerCm3;
        float[] path = Path(solid.Material);
        float[]? map = _maps[(int)solid.Structure];
        float mapWeight = (float)solid.MapWeight / (supersampling * supersampling);
        int mapRow = rayRow / supersampling * Thickness.Size;
        int pathRow = rayRow * Thickness.RaysPerRow;
        for (int i = 0; i < count; i++)
        {
            if (near[i] < far[i])
            {
                int ray = first + i;
                float lengthCm = (float)(_claims.Take(ray, near[i], far[i]) * _lengthsCm[ray]);
                path[pathRow + ray] += lengthCm * density;
                if (map is not null)
                {
                    map[mapRow + (ray / supersampling)] += lengthCm * mapWeight;
                }
            }
        }
    }

    private float[] Path(Material material) =>
        material switch
        {
            Material.SoftTissue => Thickness.SoftTissue,
            Material.Lung => Thickness.Lung,
            Material.CorticalBone => Thickness.CorticalBone,
            _ => throw new ArgumentException(
                $"A solid of {material} was given; rays are followed through soft tissue, lung and cortical bone."
            ),
        };
}
