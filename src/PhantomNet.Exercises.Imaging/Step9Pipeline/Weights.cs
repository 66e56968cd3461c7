namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>Whose saliency map is shown.</summary>
public enum Weights
{
    /// <summary>The trained network's.</summary>
    Trained,

    /// <summary>That of the same network with weights as before any training.</summary>
    Random,
}
