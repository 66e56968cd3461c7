namespace PhantomNet.Phantoms.Detectors;

/// <summary>Whether an anti-scatter grid stands before the detector.</summary>
public enum GridKind
{
    /// <summary>No grid: all primary and all scattered quanta reach the detector.</summary>
    None,

    /// <summary>A focused grid that takes most of the scatter and some of the primary quanta: <see cref="AntiScatterGrid"/>.</summary>
    Grid,
}
