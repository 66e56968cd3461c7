namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>A part of the phantom whose place on the radiograph is known.</summary>
public enum TrueMask
{
    /// <summary>Both lungs.</summary>
    Lungs,

    /// <summary>The heart.</summary>
    Heart,

    /// <summary>Pixels at the edge of the heart's shadow, inside and outside.</summary>
    HeartBorder,

    /// <summary>Ribs.</summary>
    Ribs,

    /// <summary>Vertebrae.</summary>
    Spine,

    /// <summary>The domes of the diaphragm with what lies under them.</summary>
    Diaphragm,

    /// <summary>The pneumonia; empty in a healthy patient.</summary>
    Lesion,
}
