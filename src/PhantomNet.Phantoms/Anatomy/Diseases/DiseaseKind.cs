namespace PhantomNet.Phantoms.Anatomy.Diseases;

/// <summary>What is wrong.</summary>
public enum DiseaseKind
{
    /// <summary>Pneumonia of a lobe or a part of one: air spaces filled, with soft margins.</summary>
    Consolidation,

    /// <summary>Many small patches over both lungs.</summary>
    Diffuse,

    /// <summary>One ball of soft tissue.</summary>
    Nodule,
}
