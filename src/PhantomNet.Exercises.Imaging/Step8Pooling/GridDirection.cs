namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>Which way numbers go through the pool on the stage.</summary>
public enum GridDirection
{
    /// <summary>Values go in, pooled values come out.</summary>
    Forward,

    /// <summary>Gradients of the outputs go in, gradients of the inputs come out.</summary>
    Backward,
}
