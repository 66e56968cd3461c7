using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Anatomy.Solids;
using PhantomNet.Phantoms.Attenuation;
using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.Tests.Projection;

/// <summary>Solids of every primitive, anywhere in the field.</summary>
internal sealed class RandomSolids(int seed)
{
    private readonly SeededRandom _random = new(seed);

    public Solid Next(Structure structure = Structure.Body, Material material = Material.SoftTissue) =>
        _random.NextInt(4) switch
        {
            0 => new Solid(structure, material, 1, [Ellipsoid()]),
            1 => Solid.Tube(structure, material, 1, Place(), Place(), _random.NextDouble(0.2, 3)),
            2 => Band(structure, material),
            _ => Cut(structure, material),
        };

    public Vector Place() => new(_random.NextDouble(-9, 9), _random.NextDouble(-9, 9), _random.NextDouble(-9, 9));

    // Sheared as a rule: its three half axes are at no right angles.
    private Quadric Ellipsoid() => Quadric.Ellipsoid(Place(), Axis(Vector.Left), Axis(Vector.Up), Axis(Vector.Front));

    private Vector Axis(Vector along) => (along * _random.NextDouble(2, 7)) + (Place() * 0.1);

    private Solid Band(Structure structure, Material material)
    {
        Vector from = Place();
        Vector to = Place();
        Vector along = (to - from).Unit;
        Vector thick = along.Cross(Math.Abs(along.Y) < 0.9 ? Vector.Up : Vector.Left).Unit;
        return Solid.Tube(structure, material, 1, from, to, thick * _random.NextDouble(0.2, 1), along.Cross(thick) * 2);
    }

    private Solid Cut(Structure structure, Material material)
    {
        Quadric first = Ellipsoid();
        Quadric second = Quadric.Ellipsoid(first.Centre + (Place() * 0.2), new Vector(5, 4, 6));
        return new Solid(structure, material, 1, [first, second], [Slab.HalfSpace(first.Centre, Place())]);
    }
}
