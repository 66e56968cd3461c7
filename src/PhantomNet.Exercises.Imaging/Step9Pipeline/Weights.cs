namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>Whose saliency map is shown: a map that looks the same with random weights says little of what was learned.</summary>
/// <remarks>The test of docs/sources.md#sanity-checks.</remarks>
public enum Weights
{
    /// <summary>The trained network's.</summary>
    Trained,

    /// <summary>That of the same network with weights as before any training.</summary>
    Random,
}
