namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>The radiograph of the stage.</summary>
/// <param name="Grey">Grey values 0 to 255, row by row.</param>
public sealed record StagePicture(byte[] Grey)
{
    /// <summary>The same as inputs of a network.</summary>
    public float[] Inputs { get; } = PixelNetwork.Inputs(Grey);
}
