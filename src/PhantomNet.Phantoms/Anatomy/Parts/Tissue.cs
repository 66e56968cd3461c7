namespace PhantomNet.Phantoms.Anatomy.Parts;

/// <summary>Densities in g/cm³.</summary>
internal static class Tissue
{
    /// <summary>Soft tissue and blood (docs/sources.md#nist-126).</summary>
    public const double SoftDensity = 1.06;

    // Simplification: the wall of the chest is muscle and fat in one, of soft tissue's composition and a density between theirs.
    public const double WallDensity = 1.0;

    // Simplification: cortical shell and marrow are one, of cortical bone's composition and a density between theirs.
    public const double RibDensity = 1.45;

    public const double VertebraDensity = 1.1;
}
