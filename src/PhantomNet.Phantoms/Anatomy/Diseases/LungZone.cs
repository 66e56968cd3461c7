namespace PhantomNet.Phantoms.Anatomy.Diseases;

/// <summary>Where in a lung.</summary>
public enum LungZone
{
    /// <summary>The upper lobe.</summary>
    Upper,

    /// <summary>The right lung's middle lobe, or the left one's lingula.</summary>
    Middle,

    /// <summary>The lower lobe.</summary>
    Lower,
}
