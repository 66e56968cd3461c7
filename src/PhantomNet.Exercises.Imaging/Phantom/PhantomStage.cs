namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>A stage of the chain that can be shown in place of the image, in the order in which it arises.</summary>
public enum PhantomStage
{
    /// <summary>g/cm² of soft tissue along each pixel's rays.</summary>
    Soft,

    /// <summary>g/cm² of lung.</summary>
    Lung,

    /// <summary>g/cm² of bone.</summary>
    Bone,

    /// <summary>Mean number of primary quanta that each pixel detects.</summary>
    Primary,

    /// <summary>Quanta that it counted, scatter and noise included.</summary>
    Counted,

    /// <summary>Their energy.</summary>
    Signal,

    /// <summary>The same, blurred.</summary>
    Blurred,

    /// <summary>−ln of blurred signal over open beam, all of it.</summary>
    Log,

    /// <summary>The same within the chosen window: the radiograph.</summary>
    Image,
}
