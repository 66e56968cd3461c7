namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>What a stage of the pipeline does.</summary>
public enum StageKind
{
    Image,
    Convolution,
    ReLU,
    Pooling,
    Flatten,
    Linear,
    Output,
}
