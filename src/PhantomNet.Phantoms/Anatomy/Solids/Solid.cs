using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PhantomNet.Phantoms.Attenuation;

namespace PhantomNet.Phantoms.Anatomy.Solids;

/// <summary>
/// What quadrics and slabs have in common, filled with one material: convex, so that a ray meets it in one interval. Where
/// solids overlap, the one that stands earlier in the patient's list is there, and replaces those after it.
/// </summary>
public sealed class Solid
{
    /// <summary>Made once; immutable.</summary>
    /// <param name="structure">What it is a part of.</param>
    /// <param name="material">What it is made of.</param>
    /// <param name="densityGPerCm3">How dense, 0 for air.</param>
    /// <param name="quadrics">At least one; not copied.</param>
    /// <param name="cuts">Slabs and half-spaces that it is cut to; not copied.</param>
    /// <param name="bounds">A box that holds it, where it is smaller than that around the quadrics; needed for cylinders.</param>
    /// <exception cref="ArgumentException">It is nowhere bounded, or its density isn't a finite number of 0 or more.</exception>
    public Solid(
        Structure structure,
        Material material,
        double densityGPerCm3,
        Quadric[] quadrics,
        Slab[]? cuts = null,
        Box? bounds = null
    )
    {
        if (!(densityGPerCm3 >= 0 && double.IsFinite(densityGPerCm3)))
        {
            throw new ArgumentException($"A density of {densityGPerCm3} g/cm³ was given; give a finite number, 0 or more.");
        }

        Structure = structure;
        Material = material;
        DensityGPerCm3 = densityGPerCm3;
        Quadrics = ImmutableCollectionsMarshal.AsImmutableArray(quadrics);
        Cuts = cuts is null ? [] : ImmutableCollectionsMarshal.AsImmutableArray(cuts);
        Bounds = Around(quadrics, bounds);
    }

    /// <summary>What it is a part of.</summary>
    public Structure Structure { get; }

    /// <summary>What it is made of.</summary>
    public Material Material { get; }

    /// <summary>How dense; 0 for air.</summary>
    public double DensityGPerCm3 { get; }

    /// <summary>How much of its thickness counts in the map of its structure: 1, or the share of lung that is consolidated.</summary>
    public double MapWeight { get; init; } = 1;

    /// <summary>It lies in all of these.</summary>
    public ImmutableArray<Quadric> Quadrics { get; }

    /// <summary>And in all of these.</summary>
    public ImmutableArray<Slab> Cuts { get; }

    /// <summary>A box that holds it.</summary>
    public Box Bounds { get; }

    /// <summary>A straight piece of a tube of round section, from one point to another, both in cm.</summary>
    public static Solid Tube(Structure structure, Material material, double density, Vector from, Vector to, double radiusCm)
    {
        Vector along = (to - from).Unit;
        return Tube(structure, material, density, from, to, along, Quadric.RoundCylinder(from, along, radiusCm), radiusCm);
    }

    /// <summary>A straight piece of a tube of elliptic section, whose half axes are given, at right angles to it.</summary>
    public static Solid Tube(Structure structure, Material material, double density, Vector from, Vector to, Vector a, Vector b)
    {
        Quadric section = Quadric.Cylinder(from, a, b);
        return Tube(structure, material, density, from, to, (to - from).Unit, section, Math.Sqrt(Math.Max(a.Dot(a), b.Dot(b))));
    }

    private static Solid Tube(
        Structure structure,
        Material material,
        double density,
        Vector from,
        Vector to,
        Vector along,
        Quadric section,
        double reach
    )
    {
        Vector half = (to - from) * 0.5;
        return new(
            structure,
            material,
            density,
            [section],
            [Slab.Between(from, to, along)],
            Box.Around(from + half, new Vector(Math.Abs(half.X) + reach, Math.Abs(half.Y) + reach, Math.Abs(half.Z) + reach))
        );
    }

    private static Box Around(Quadric[] quadrics, Box? bounds)
    {
        Box? box = bounds;
        foreach (ref readonly Quadric quadric in quadrics.AsSpan())
        {
            if (!quadric.IsEndless)
            {
                box = box is { } outer ? outer.And(quadric.Bounds) : quadric.Bounds;
            }
        }

        return box is { } found && double.IsFinite((found.High - found.Low).Length)
            ? found
            : throw new ArgumentException("A solid without end was given. Give the box that an endless cylinder is cut to.");
    }

    /// <summary>Whether a point lies in it.</summary>
    public bool Contains(Vector point) =>
        Quadrics.All(quadric => quadric.Contains(point)) && Cuts.All(cut => cut.Contains(point));
}
