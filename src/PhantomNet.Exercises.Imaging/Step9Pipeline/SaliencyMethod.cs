namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>How a saliency map is made.</summary>
public enum SaliencyMethod
{
    GradCam,
    Occlusion,
}
