namespace PhantomNet.Phantoms.Images;

/// <summary>What the images of a part are for.</summary>
public enum SetPart
{
    /// <summary>To learn from.</summary>
    Training,

    /// <summary>To choose between networks, and when to stop.</summary>
    Validation,

    /// <summary>To judge the network that was chosen, once.</summary>
    Test,
}
