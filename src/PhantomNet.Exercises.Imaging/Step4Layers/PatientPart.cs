namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>How much of a patient is there, in the order in which it is made: each part of the page shows what it needs as soon as it can.</summary>
public enum PatientPart
{
    /// <summary>The radiograph and the true masks.</summary>
    Image,

    /// <summary>The designed maps.</summary>
    Ladder,

    /// <summary>The trained network's maps.</summary>
    Units,

    /// <summary>The untrained network's maps as well.</summary>
    All,
}
