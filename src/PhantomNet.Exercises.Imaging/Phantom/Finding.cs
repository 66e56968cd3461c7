namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>What is chosen under “Disease”.</summary>
public enum Finding
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>A consolidation.</summary>
    Consolidation,

    /// <summary>Patches over both lungs.</summary>
    Diffuse,

    /// <summary>One ball of soft tissue.</summary>
    Nodule,
}
