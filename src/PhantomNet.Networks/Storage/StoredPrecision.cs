namespace PhantomNet.Networks.Storage;

/// <summary>How the parameters of a network stand in a file.</summary>
public enum StoredPrecision
{
    /// <summary>16 bits each, rounded to 11 significant ones: half the size. What is read is what was rounded.</summary>
    Half,

    /// <summary>32 bits each, as they are.</summary>
    Single,
}
