namespace PhantomNet.Phantoms.PointSets;

/// <summary>The shapes of the two classes in the plane.</summary>
public enum PointShape
{
    /// <summary>Two half-planes with a gap between them.</summary>
    Linear,

    /// <summary>A disc within a ring.</summary>
    Circle,

    /// <summary>Two half-moons that reach into each other.</summary>
    Moons,

    /// <summary>Four squares, the classes at opposite corners.</summary>
    Xor,

    /// <summary>Two arms of a spiral.</summary>
    Spiral,
}
