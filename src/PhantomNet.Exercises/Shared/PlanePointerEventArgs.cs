namespace PhantomNet.Exercises.Shared;

/// <summary>A pointer over a drawing surface, told in fractions of the surface's box.</summary>
public sealed class PlanePointerEventArgs : EventArgs
{
    /// <summary>0 at the left edge, 1 at the right; beyond while a drag goes outside.</summary>
    public double X { get; set; }

    /// <summary>0 at the top, 1 at the bottom.</summary>
    public double Y { get; set; }

    /// <summary>Whether the primary button, a finger or a pen is down.</summary>
    public bool Pressed { get; set; }
}
