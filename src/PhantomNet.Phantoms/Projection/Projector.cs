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
    private readonly IReadOnlyList<Solid> _solids;
    private readonly SolidShadows _shadows;
    private readonly RayClaims _claims;
    private readonly float[]?[] _maps = new float[]?[Enum.GetValues<Structure>().Length];
    private readonly double _pitch;
    private readonly double[] _lengthsCm;
    private double[] _free = [];
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
        _lengthsCm = new double[rays];
        _solids = solids;
        _shadows = new SolidShadows(solids, geometry, rays);
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
        _shadows.MoveTo(rayRow);
        if (_free.Length < _shadows.Near.Length)
        {
            _free = new double[_shadows.Near.Length];
        }

        _claims.Take(_shadows.Runs, _shadows.Near, _shadows.Far, _free);
        Add(rayRow);
    }

    private void Add(int rayRow)
    {
        int supersampling = Thickness.Supersampling;
        int mapRow = rayRow / supersampling * Thickness.Size;
        int pathRow = rayRow * Thickness.RaysPerRow;
        double[] free = _free;
        foreach (ref readonly RayRun run in _shadows.Runs)
        {
            Solid solid = _solids[run.Solid];
            float density = (float)solid.DensityGPerCm3;
            float[] path = Path(solid.Material);
            float[]? map = _maps[(int)solid.Structure];
            float mapWeight = (float)solid.MapWeight / (supersampling * supersampling);
            int ray = run.FirstRay;
            for (int i = run.Start; i < run.End; i++, ray++)
            {
                float lengthCm = (float)(free[i] * _lengthsCm[ray]);
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
