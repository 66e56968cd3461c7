namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>Which way the one sample goes through the network.</summary>
public enum Direction
{
    /// <summary>Activations, from the image to the output.</summary>
    Forward,

    /// <summary>Gradients of the loss, from the output to the image.</summary>
    Backward,
}
